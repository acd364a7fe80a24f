package dev.tidemark.cli;

import dev.tidemark.cli.option.TimestampConverter;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.config.Settings;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.star.load.LoadMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
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
                    + " depend on changed ones, independent of their timestamps. Touches only rows that differ.",
            "With --detect timestamps it trusts last_update: quicker, but it misses deletes and changes that did not"
                    + " move last_update, until the next run without it.",
            "Needs a full-load before it."
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
    private LoadRunner runner;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        Optional<LocalDateTime> since = reach == null ? Optional.empty() : Optional.ofNullable(reach.since);
        Instant now = root.console().clock().instant();
        since.map(time -> time.toInstant(ZoneOffset.UTC)).filter(now::isBefore).ifPresent(time -> {
            throw TidemarkException.usage(
                    "--since %s UTC lies in the future: it is %s UTC".formatted(TextTable.time(time), TextTable.time(now)),
                    "an earlier time, in UTC or with an offset such as 2026-11-01T12:00:00+01:00");
        });
        return runner.run(root, output, this::mode, since);
    }

    private LoadMode mode(Settings settings) {
        return reach != null && reach.deep
                ? LoadMode.DEEP
                : switch (settings.detect()) {
                    case CONTENT -> LoadMode.CONTENT;
                    case TIMESTAMPS -> LoadMode.TIMESTAMPS;
                };
    }

    /** Which rows to look at; the options exclude each other. */
    private static final class Reach {
        @Option(
                names = "--deep",
                description = "Compare every row of both sides, and write those that differ: repairs changes that"
                        + " someone made to the warehouse.")
        private boolean deep;

        @Option(
                names = "--since",
                paramLabel = "TIMESTAMP",
                converter = TimestampConverter.class,
                description = "Also read again every row whose last_update is at this time or later, UTC, such as"
                        + " 2026-11-01 or 2026-11-01T12:00:00Z.")
        private LocalDateTime since;
    }
}
