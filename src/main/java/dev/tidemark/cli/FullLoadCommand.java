package dev.tidemark.cli;

import dev.tidemark.database.WarehouseDatabase;
import dev.tidemark.engine.LoadResult;
import dev.tidemark.engine.Loader;
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
            "Dimension rows that are still there keep their surrogate keys; facts and bridges are filled anew."
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
    private LoadSelection selection;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.with(root, services -> {
            Loader loader = services.get(Loader.class);
            services.get(WarehouseDatabase.class).requireCurrent();
            LoadResult result = services.locked(
                    selection.named("full-load"), () -> loader.fullLoad(selection.options()));
            output.print(services, result, ResultText::of, ResultText::line);
            services.talk().say(result.notes());
            return ExitCode.DONE;
        });
    }
}
