package dev.tidemark.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;

/**
 * What a command sees of the process it runs in.
 *
 * @param out takes the result
 * @param err takes everything that is not the result
 * @param environment the environment's variables
 * @param clock this machine's clock
 * @param terminal the terminal, if any
 */
public record Console(
        PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock, Terminal terminal) {
    /** The console of this process. */
    public static Console ofProcess() {
        return new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Clock.systemUTC(),
                Terminal.ofProcess());
    }
}
