package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.CopyText;
import dev.tidemark.cli.output.ResultText;
import dev.tidemark.copy.load.CopyInitializer;
import dev.tidemark.star.load.Initializer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tidemark init}. */
@Command(
        name = "init",
        description = {
            "Checks the source (reachable, tables and columns there, readable) and prepares the warehouse: creates the"
                    + " file or upgrades its schema, and fills the calendar.",
            "Of a copy it checks both ends (privileges, tables, columns and types too), and creates the state file and the"
                    + " tables of the target that are missing.",
            "Safe to repeat; loaded rows stay."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            HelpText.USAGE,
            HelpText.SOURCE,
            HelpText.WAREHOUSE,
            HelpText.BUSY,
            HelpText.FAULT,
            HelpText.INTERRUPTED
        },
        footer = {"", "Example:", "  tidemark --warehouse analytics.db init"})
final class InitCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--moved",
            description = "Of a copy: the target of the last run has moved here with its rows and their keys. The next run"
                    + " compares every row.")
    private boolean moved;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.with(root, services -> {
            if (services.copy().isPresent()) {
                output.print(
                        services, services.get(CopyInitializer.class).initialize(moved), CopyText::of, CopyText::line);
            } else {
                if (moved) {
                    throw new ParameterException(
                            spec.commandLine(), "--moved is for copies; a warehouse is a file, and may move");
                }
                output.print(services, services.get(Initializer.class).initialize(), ResultText::of, ResultText::line);
            }
            return ExitCode.DONE;
        });
    }
}
