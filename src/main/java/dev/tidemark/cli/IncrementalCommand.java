package dev.tidemark.cli;

import dev.tidemark.engine.LoadOptions;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
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
        footer = {
            "",
            "Examples:",
            "  tidemark --warehouse analytics.db incremental",
            "  tidemark incremental --deep",
            "  tidemark incremental --since 2026-11-01 --tables dim_film,dim_actor --dry-run"
        })
final class IncrementalCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @ArgGroup
    private Reach reach;

    @Mixin
    private LoadSelection selection;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return selection.run(root, output, "incremental", loader -> loader.incremental(options()));
    }

    private LoadOptions options() {
        LoadOptions usual = selection.options();
        return reach == null
                ? usual
                : new LoadOptions(usual.tables(), usual.dryRun(), reach.deep, Optional.ofNullable(reach.since));
    }

    /** Which rows to look at: one way of saying it at a time. */
    private static final class Reach {
        @Option(
                names = "--deep",
                description = "Compare every row instead of trusting timestamps, and write those that differ.")
        private boolean deep;

        @Option(
                names = "--since",
                paramLabel = "TIMESTAMP",
                converter = TimestampConverter.class,
                description = "Read again what changed since then, UTC, such as 2026-11-01 or 2026-11-01T12:00:00Z.")
        private LocalDateTime since;
    }
}
