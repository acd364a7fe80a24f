package dev.tidemark.cli;

import picocli.CommandLine.Command;

/** The command {@code tidemark} with all its commands. */
@Command(
        subcommands = {
            InitCommand.class,
            FullLoadCommand.class,
            IncrementalCommand.class,
            ValidateCommand.class,
            StatusCommand.class,
            CheckCommand.class,
            KeysCommand.class,
            ConfigCommand.class,
            CompletionCommand.class
        })
public final class AllCommands extends RootCommand {
    /** The commands in this process. */
    public AllCommands() {
        this(Console.ofProcess());
    }

    AllCommands(Console console) {
        super(console);
    }
}
