package dev.tidemark.cli.terminal;

import dev.tidemark.failure.TidemarkException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal that a command runs in.
 *
 * @param out whether stdout is a terminal
 * @param err whether stderr is a terminal
 * @param columns asks for its width in columns, which takes a moment
 * @param password asks for a password without showing it; empty if there is no terminal. A prompt without an answer is
 *     a usage failure
 */
public record Terminal(boolean out, boolean err, IntSupplier columns, Supplier<Optional<String>> password) {
    private static final int USUAL_COLUMNS = 80;
    private static final int NARROWEST = 40;
    private static final Pattern SIZE = Pattern.compile("\\d+ ([1-9]\\d{0,3})");

    /** No terminal at all. */
    public static Terminal none() {
        return new Terminal(false, false, () -> USUAL_COLUMNS, Optional::empty);
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        return new Terminal(isTerminal(1), isTerminal(2), Terminal::columnsOfProcess, Terminal::askPassword);
    }

    // Java only tells whether stdin and stdout are both terminals; Linux tells it for each, without delay.
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFolder) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    // Java has no method for the width of a terminal.
    private static int columnsOfProcess() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Matcher size = SIZE.matcher(stty.inputReader().readAllAsString().strip());
            return size.matches() ? Math.max(NARROWEST, Integer.parseInt(size.group(1))) : USUAL_COLUMNS;
        } catch (IOException noSuchProgram) {
            return USUAL_COLUMNS;
        }
    }

    private static Optional<String> askPassword() {
        if (System.console() == null || !System.console().isTerminal()) {
            return Optional.empty();
        }
        return Optional.of(answer(System.console().readPassword("Password of the source: ")));
    }

    /** The password that was typed; null, the end of the input, is a usage failure. */
    static String answer(char[] typed) {
        if (typed == null) {
            throw TidemarkException.usage(
                    "No password was given (--ask-password)",
                    "type it and press Enter, or a password file or TIDEMARK_SOURCE_PASSWORD");
        }
        return new String(typed);
    }
}
