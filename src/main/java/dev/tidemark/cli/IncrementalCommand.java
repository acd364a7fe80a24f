package dev.tidemark.cli;

import dev.tidemark.database.WarehouseDatabase;
import dev.tidemark.engine.LoadResult;
import dev.tidemark.engine.Loader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark incremental}. */
@Command(
        name = "incremental",
        description = {
            "Brings in what changed in the source since the last load: new, changed and deleted rows, and rows that"
                    + " depend on changed ones. Touches only rows that differ.",
            "Needs a full-load before it."
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
        footer = {"", "Examples:", "  tidemark --warehouse analytics.db incremental", "  tidemark incremental --deep"})
final class IncrementalCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--deep",
            description = "Compare every row instead of trusting timestamps, and write those that differ.")
    private boolean deep;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.with(root, services -> {
            Loader loader = services.get(Loader.class);
            services.get(WarehouseDatabase.class).requireCurrent();
            LoadResult result = services.locked("incremental", () -> loader.incremental(deep));
            output.print(services, result, ResultText::of, ResultText::line);
            services.talk().say(result.notes());
            return ExitCode.DONE;
        });
    }
}
