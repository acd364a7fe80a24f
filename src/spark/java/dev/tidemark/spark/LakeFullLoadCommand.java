package dev.tidemark.spark;

import dev.tidemark.spark.load.LakeLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code full-load}. */
@Command(
        name = "full-load",
        description = {
            "Reads the whole source over many connections, and writes a new version of the lake that shows one snapshot"
                    + " of the source.",
            "Readers see the old version until the new one is complete, and a failure leaves the old one."
        },
        footer = {"", "Examples:", LakeHelp.EXAMPLE + "full-load", LakeHelp.EXAMPLE + "full-load --connections 8"})
final class LakeFullLoadCommand implements Callable<Integer> {
    @ParentCommand
    private LakeCommand root;

    @Mixin
    private LoadOptions options;

    @Mixin
    private LakeOutput output;

    @Override
    public Integer call() {
        return options.run(root, output, LakeLoader::fullLoad);
    }
}
