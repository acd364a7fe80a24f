package dev.tidemark.cli;

import dev.tidemark.cli.exit.Interruption;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.cli.terminal.ProgressDisplay;
import dev.tidemark.config.Settings;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.run.Progress;
import dev.tidemark.target.Target;
import io.micronaut.configuration.picocli.MicronautFactory;
import io.micronaut.context.ApplicationContext;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The application's parts, for the time of one command. The context starts when a command runs, not before: help,
 * version and usage errors need none.
 *
 * @param console the console of the command
 * @param settings the settings in force
 * @param messages what is said meanwhile
 * @param log what is kept of it
 * @param quiet whether nobody wants to hear of a success
 * @param factory makes the parts
 */
record Services(
        Console console, Settings settings, Messages messages, RunLog log, boolean quiet, MicronautFactory factory) {
    /**
     * Calls {@code action}, which returns an exit code, with the parts, and closes them after it. While they are made,
     * the source is connected to.
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
        return CommandLog.keeping(root, settings, log -> {
            Messages messages = new Messages(root.console().err(), log, root.quiet(), root.console()::messageLaidOut);
            boolean shown = root.console().terminal().err() && !root.quiet();
            Progress progress = shown
                    ? new ProgressDisplay(messages, root.console().terminal().columns().getAsInt())
                    : Progress.NONE;
            try (SourceDatabase source = new SourceDatabase(settings.source())) {
                preparation.accept(source);
                return within(root, settings, source, messages, log, progress, action);
            } finally {
                progress.end();
            }
        });
    }

    private static int within(
            RootCommand root,
            Settings settings,
            SourceDatabase source,
            Messages messages,
            RunLog log,
            Progress progress,
            Function<Services, Integer> action) {
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                // Nothing here is eager or listens to events.
                .eagerBeansEnabled(false)
                .eventsEnabled(false)
                .singletons(settings, source, root.console(), root.console().clock(), messages, progress)
                .start();
        // Closes the context with itself.
        try (MicronautFactory factory = new MicronautFactory(context)) {
            Services services = new Services(root.console(), settings, messages, log, root.quiet(), factory);
            return Interruption.guarding(
                    services.get(Target.class).gate(), messages, () -> action.apply(services));
        }
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
