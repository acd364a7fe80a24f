package dev.tidemark.cli;

import dev.tidemark.cli.terminal.Console;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/** The command {@code tidemark} with all commands. */
@Command(subcommands = {
    InitCommand.class,
    FullLoadCommand.class,
    IncrementalCommand.class,
    ValidateCommand.class,
    StatusCommand.class,
    ReportCommand.class,
    CheckCommand.class,
    KeysCommand.class,
    ExportCommand.class,
    ConfigCommand.class,
    CompletionCommand.class,
    HelpCommand.class
})
public final class AllCommands extends RootCommand {
    private static final Set<Class<?>> ABOUT_OTHERS = Set.of(HelpCommand.class, CompletionCommand.class);

    /** All commands on the console of this process. */
    public AllCommands() {
        this(Console.ofProcess());
    }

    AllCommands(Console console) {
        super(console);
    }

    /**
     * The command that {@code arguments} begin with, if it can be made without the others; else empty. Making all of
     * them would take a fifth of the time of a short command.
     */
    static Optional<Class<?>> neededAlone(String... arguments) {
        return Stream.of(AllCommands.class.getAnnotation(Command.class).subcommands())
                .filter(type -> !ABOUT_OTHERS.contains(type))
                .filter(type -> arguments.length > 0
                        && type.getAnnotation(Command.class).name().equals(arguments[0]))
                .findFirst();
    }
}
