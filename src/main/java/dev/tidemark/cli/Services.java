package dev.tidemark.cli;

import dev.tidemark.cli.exit.Interruption;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.cli.terminal.ProgressDisplay;
import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Settings;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.run.Progress;
import io.micronaut.configuration.picocli.MicronautFactory;
import io.micronaut.context.ApplicationContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The application's parts during one command. The context starts only when a command runs: help, version and usage
 * errors need none.
 *
 * @param console the console of the command
 * @param settings the settings in force
 * @param messages lines for people during the command
 * @param log the command's log
 * @param quiet whether to leave out the line for a success
 * @param factory makes the parts
 */
record Services(
        Console console, Settings settings, Messages messages, RunLog log, boolean quiet, MicronautFactory factory) {
    /**
     * Calls {@code action} with the parts, closes them, and returns the exit code of {@code action}. Connects to the
     * source while the parts are made.
     */
    static int with(RootCommand root, Function<Services, Integer> action) {
        return with(root, SourceDatabase::connectAhead, action);
    }

    /** The same for an action that does not read the source. */
    static int withoutSource(RootCommand root, Function<Services, Integer> action) {
        return with(root, source -> {}, action);
    }

    private static int with(
            RootCommand root, Consumer<SourceDatabase> preparation, Function<Services, Integer> action) {
        Settings settings = root.settings();
        new OwnFiles(settings).requireOtherLog();
        try (CommandLog log = CommandLog.begin(root.command(), settings, root.console().clock())) {
            int exitCode = within(root, settings, log, preparation, action);
            log.ended(exitCode);
            return exitCode;
        }
    }

    private static int within(
            RootCommand root,
            Settings settings,
            CommandLog log,
            Consumer<SourceDatabase> preparation,
            Function<Services, Integer> action) {
        Console console = root.console();
        Messages messages = new Messages(console.err(), log.lines(), root.quiet(), console::messageLaidOut);
        Progress progress = progress(root, settings, messages);
        try (Ends ends = Ends.of(settings, preparation);
                ApplicationContext context = context(Stream.concat(
                        Stream.of(settings, console.clock(), messages, log.lines(), progress),
                        Arrays.stream(ends.beans())));
                Interruption _ = Interruption.closing(ends.gate(context), messages)) {
            return action.apply(new Services(
                    console, settings, messages, log.lines(), root.quiet(), new MicronautFactory(context)));
        } catch (RuntimeException | Error failure) {
            log.failed(failure);
            throw failure;
        } finally {
            progress.end();
        }
    }

    private static Progress progress(RootCommand root, Settings settings, Messages messages) {
        boolean shown = root.console().terminal().err() && !root.quiet();
        return shown
                ? new ProgressDisplay(
                        messages,
                        root.console().terminal().columns().getAsInt(),
                        settings.pipeline().timeout(),
                        System::nanoTime)
                : Progress.NONE;
    }

    /** The parts, made when they are asked for, of these and one another. */
    static ApplicationContext context(Stream<Object> made) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                // No bean is eager or listens to events.
                .eagerBeansEnabled(false)
                .eventsEnabled(false)
                .singletons(made.toArray())
                .start();
    }

    /** The settings of the copy; empty for the star. */
    Optional<CopySettings> copy() {
        return settings.copy();
    }

    /** The part of this type. */
    <T> T get(Class<T> type) {
        try {
            return factory.create(type);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
