package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.log.RunLogFile;
import dev.tidemark.config.Settings;
import dev.tidemark.failure.TidemarkException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToIntFunction;

/** Logs that a command begins and how it ends, where there is a log file. */
final class CommandLog {
    private CommandLog() {}

    /** Calls {@code command} with the log of its run; returns its exit code. */
    static int keeping(RootCommand root, Settings settings, ToIntFunction<RunLog> command) {
        if (settings.log().isEmpty()) {
            return command.applyAsInt(RunLog.NONE);
        }
        try (RunLog log = RunLogFile.open(settings.log().get(), newId())) {
            log.info("%s begins: warehouse %s, process %d"
                    .formatted(root.command(), settings.warehouse(), ProcessHandle.current().pid()));
            int exitCode = told(command, log);
            log.info("%s ends with exit code %d".formatted(root.command(), exitCode));
            return exitCode;
        }
    }

    private static int told(ToIntFunction<RunLog> command, RunLog log) {
        try {
            return command.applyAsInt(log);
        } catch (TidemarkException known) {
            log.error("Exit code %d: %s. Try: %s."
                    .formatted(ExitCode.of(known.reason()), known.getMessage(), known.hint()));
            throw known;
        } catch (RuntimeException | Error fault) {
            log.error("Exit code %d: a fault of Tidemark itself: %s".formatted(ExitCode.FAULT, fault));
            throw fault;
        }
    }

    // Enough to tell the lines of runs that overlap apart.
    private static String newId() {
        return "%08x".formatted(ThreadLocalRandom.current().nextInt());
    }
}
