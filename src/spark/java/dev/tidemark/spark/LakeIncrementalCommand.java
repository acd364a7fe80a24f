package dev.tidemark.spark;

import dev.tidemark.spark.load.LakeLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code incremental}. */
@Command(
        name = "incremental",
        description = {
            "Brings in what changed in the source since the current version: new, changed and deleted rows, and rows"
                    + " that depend on changed ones. Only the files that hold such rows are written anew; the new"
                    + " version refers to the others.",
            "Needs a full-load before it."
        },
        footer = {"", "Examples:", LakeHelp.EXAMPLE + "incremental", LakeHelp.EXAMPLE + "incremental --keep 10"})
final class LakeIncrementalCommand implements Callable<Integer> {
    @ParentCommand
    private LakeCommand root;

    @Mixin
    private LoadOptions options;

    @Mixin
    private LakeOutput output;

    @Override
    public Integer call() {
        return options.run(root, output, LakeLoader::incremental);
    }
}
