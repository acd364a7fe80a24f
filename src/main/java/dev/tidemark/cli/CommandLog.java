package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.log.RunLogFile;
import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Settings;
import dev.tidemark.config.StarSettings;
import dev.tidemark.failure.TidemarkException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Logs the start and the end of a command, if there is a log file.
 *
 * @param command the command's name
 * @param lines the log that takes the lines
 */
record CommandLog(String command, RunLog lines) implements AutoCloseable {
    /** The log of a command that begins now; the caller closes it. */
    static CommandLog begin(String command, Settings settings) {
        // Tells apart the lines of runs that overlap.
        String id = "%08x".formatted(ThreadLocalRandom.current().nextInt());
        RunLog lines = settings.log().<RunLog>map(log -> RunLogFile.open(log, id)).orElse(RunLog.NONE);
        lines.info("%s begins: %s, process %d".formatted(command, file(settings), ProcessHandle.current().pid()));
        return new CommandLog(command, lines);
    }

    private static String file(Settings settings) {
        return switch (settings.pipeline()) {
            case StarSettings star -> "warehouse " + star.warehouse();
            case CopySettings copy -> "state " + copy.state();
        };
    }

    /** Logs the exit code of a command that did its work. */
    void ended(int exitCode) {
        lines.info("%s ends with exit code %d".formatted(command, exitCode));
    }

    /** Logs why a command failed. */
    void failed(Throwable failure) {
        lines.error(failure instanceof TidemarkException known
                ? "Exit code %d: %s. Try: %s."
                        .formatted(ExitCode.of(known.reason()), known.getMessage(), known.hint())
                : "Exit code %d: a fault of Tidemark itself: %s".formatted(ExitCode.FAULT, failure));
    }

    @Override
    public void close() {
        lines.close();
    }
}
