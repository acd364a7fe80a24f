package dev.tidemark.cli.terminal;

import dev.tidemark.cli.text.Paragraphs;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * The streams, environment, clock and terminal of a command.
 *
 * @param out takes the result
 * @param err takes everything that is not the result
 * @param environment the environment's variables
 * @param clock this machine's clock
 * @param terminal the terminal, if any
 */
public record Console(
        PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, Terminal terminal) {
    /** A result for people on stdout; on a terminal, long lines break between words. */
    public String laidOut(String text) {
        return terminal.out() ? Paragraphs.fit(text, terminal.columns().getAsInt()) : text;
    }

    /** A message for people on stderr, one line; on a terminal, a long line breaks between words. */
    public String messageLaidOut(String line) {
        return terminal.err() ? Paragraphs.fit(line, terminal.columns().getAsInt()) : line;
    }

    /** The console of this process. */
    public static Console ofProcess() {
        return new Console(
                new PrintWriter(
                        new ResultStream(new FileOutputStream(FileDescriptor.out)), true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Clock.systemUTC(),
                Terminal.ofProcess());
    }
}
