package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.log.RunLogFile;
import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Settings;
import dev.tidemark.config.StarSettings;
import dev.tidemark.failure.TidemarkException;
import java.time.Clock;

/**
 * Logs the start and the end of a command, if there is a log file.
 *
 * @param command the command's name
 * @param lines the log that takes the lines
 */
record CommandLog(String command, RunLog lines) implements AutoCloseable {
    /** The log of a command that begins now; the caller closes it. */
    static CommandLog begin(String command, Settings settings, Clock clock) {
        RunLog lines =
                settings.log().<RunLog>map(log -> RunLogFile.open(log, command, clock)).orElse(RunLog.NONE);
        lines.info(command + " begins: " + file(settings));
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
        lines.write(RunLog.Level.INFO, command + " ends with exit code " + exitCode, null, exitCode);
    }

    /** Logs why a command failed. */
    void failed(Throwable failure) {
        int exitCode = failure instanceof TidemarkException known ? ExitCode.of(known.reason()) : ExitCode.FAULT;
        String why = failure instanceof TidemarkException known
                ? known.getMessage() + ". Try: " + known.hint() + "."
                : "a fault of Tidemark itself: " + failure;
        lines.write(RunLog.Level.ERROR, "Exit code " + exitCode + ": " + why, null, exitCode);
    }

    @Override
    public void close() {
        lines.close();
    }
}
