package dev.tidemark.cli;

import dev.tidemark.engine.LoadResult;
import dev.tidemark.engine.Loader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark incremental}. */
@Command(
        name = "incremental",
        description = {
            "Brings in what changed in the source since the last load: new, changed and deleted rows, and rows that"
                    + " depend on changed ones. Touches only rows that differ.",
            "Needs a full-load before it."
        },
        footer = {"", "Example:", "  tidemark --warehouse analytics.db incremental"})
final class IncrementalCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.with(root, services -> {
            Loader loader = services.get(Loader.class);
            LoadResult result = services.locked("incremental", loader::incremental);
            output.print(services, result, ResultText::of);
            return ExitCode.DONE;
        });
    }
}
