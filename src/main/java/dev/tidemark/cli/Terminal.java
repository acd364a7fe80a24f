package dev.tidemark.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What is known of the terminal that a command runs in.
 *
 * @param out whether stdout is one
 * @param err whether stderr is one
 * @param columns its width
 * @param password asks for a password without showing it; empty where there is no terminal to ask on
 */
public record Terminal(boolean out, boolean err, int columns, Supplier<Optional<String>> password) {
    private static final int USUAL_COLUMNS = 80;
    private static final int NARROWEST = 40;

    /** No terminal at all. */
    public static Terminal none() {
        return new Terminal(false, false, USUAL_COLUMNS, Optional::empty);
    }

    /** The terminal of this process. */
    static Terminal ofProcess() {
        return new Terminal(isTerminal(1), isTerminal(2), columnsOfProcess(), Terminal::askPassword);
    }

    // Java tells no more than whether stdin and stdout both are a terminal; Linux tells of each, and at once.
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noSuchFolder) {
            return System.console() != null && System.console().isTerminal();
        }
    }

    private static int columnsOfProcess() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Math.max(NARROWEST, Integer.parseInt(columns)) : USUAL_COLUMNS;
    }

    private static Optional<String> askPassword() {
        if (System.console() == null || !System.console().isTerminal()) {
            return Optional.empty();
        }
        return Optional.ofNullable(System.console().readPassword("Password of the source: ")).map(String::new);
    }
}
