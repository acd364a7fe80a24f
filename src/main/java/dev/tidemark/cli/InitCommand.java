package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.ResultText;
import dev.tidemark.star.InitResult;
import dev.tidemark.star.Initializer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark init}. */
@Command(
        name = "init",
        description = {
            "Checks the source (reachable, tables and columns there, readable) and prepares the warehouse: creates the"
                    + " file or upgrades its schema, and fills the calendar.",
            "Safe to repeat; rows that were loaded stay."
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

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.with(root, services -> {
            Initializer initializer = services.get(Initializer.class);
            // Where the source or the file is wrong, nothing is created, not even the lock.
            Initializer.SourceCheck check = initializer.check();
            InitResult result = services.locked("init", () -> initializer.initialize(check));
            output.print(services, result, ResultText::of, ResultText::line);
            return ExitCode.DONE;
        });
    }
}
