package dev.tidemark.cli;

import dev.tidemark.star.load.LoadMode;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark full-load}. */
@Command(
        name = "full-load",
        description = {
            "Rebuilds the whole star from one snapshot of the source, in one transaction: readers see the old star"
                    + " until it commits, and a failure leaves the old one.",
            "Dimension rows that are still there keep their surrogate keys; facts and bridges are filled anew.",
            "A copy compares every row of the source with the target, and touches only rows that differ."
        },
        footer = {
            "",
            "Examples:",
            "  tidemark --warehouse analytics.db full-load",
            "  tidemark full-load --dry-run"
        })
final class FullLoadCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private LoadRunner runner;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return runner.run(root, output, settings -> LoadMode.FULL, Optional.empty());
    }
}
