package dev.tidemark.check;

import static dev.tidemark.check.Finding.note;
import static dev.tidemark.check.Finding.ok;
import static dev.tidemark.check.Finding.warning;

import dev.tidemark.source.Snapshot;
import dev.tidemark.source.Source;
import dev.tidemark.source.SourceColumnIndex;
import dev.tidemark.source.SourceTableSize;
import dev.tidemark.star.SourceRequirements;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.text.Words;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Checks the source.
 *
 * @param clock this machine's clock
 */
record SourceChecks(Source source, SyncPlan plan, Clock clock) {
    private static final String AREA = "source";
    private static final long MANY_ROWS = 100_000;
    private static final Duration NOTABLE = Duration.ofSeconds(5);

    /** Adds all findings; if the source cannot be reached, only that problem. */
    void run(Checks checks) {
        if (!checks.add(AREA, "connection", this::connection)) {
            return;
        }
        checks.add(AREA, "encryption", this::encryption);
        checks.add(AREA, "time zone", this::timeZone);
        checks.add(AREA, "clock", this::clockDifference);
        boolean complete = checks.add(AREA, "tables", this::tables);
        if (complete) {
            checks.add(AREA, "size", this::size);
            checks.add(AREA, "indexes", this::indexes);
            checks.add(AREA, "marks", this::marks);
        }
    }

    private Finding connection() {
        return ok(AREA, "connection", source.address() + " can be reached, version " + source.version());
    }

    private Finding encryption() {
        return source.encryption()
                .map(version -> ok(AREA, "encryption", "the connection is encrypted by " + version))
                .orElseGet(() ->
                        note(AREA, "encryption", "the connection is not encrypted", "--source-tls required"));
    }

    private Finding timeZone() {
        return ok(
                AREA,
                "time zone",
                "the server's is " + source.timeZone() + "; timestamps are read as UTC anyway");
    }

    private Finding clockDifference() {
        LocalDateTime there = source.clock();
        Duration ahead = Duration.between(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC), there);
        String difference = String.format(Locale.ROOT, "%.1f s", Math.abs(ahead.toMillis()) / 1_000.0);
        if (ahead.abs().compareTo(NOTABLE) < 0) {
            return ok(AREA, "clock", "differs from this machine's by " + difference);
        }
        return warning(
                AREA,
                "clock",
                "is " + difference + (ahead.isNegative() ? " behind" : " ahead of") + " this machine's",
                "synchronise both; loads go by the source's, and only lags shown without the source are wrong");
    }

    private Finding tables() {
        SourceRequirements requirements = SourceRequirements.of(plan);
        try (Snapshot snapshot = source.snapshot()) {
            requirements.requireAll(snapshot);
        }
        return ok(AREA, "tables", "all " + requirements.size() + " are there and readable");
    }

    private Finding size() {
        List<SourceTableSize> sizes = source.tableSizes();
        Set<String> read = requiredTables();
        long rows = sizes.stream().filter(size -> read.contains(size.table())).mapToLong(SourceTableSize::rows).sum();
        long bytes = sizes.stream().filter(size -> read.contains(size.table())).mapToLong(SourceTableSize::bytes).sum();
        return ok(
                AREA,
                "size",
                String.format(Locale.ROOT, "about %,d rows, %s, as the server estimates", rows, Words.size(bytes)));
    }

    // An incremental finds dependent rows by these columns; without an index it scans the table, which is felt only
    // where the table is large.
    private Finding indexes() {
        List<SourceColumnIndex> indexed = source.leadingIndexColumns();
        Set<String> large = source.tableSizes().stream()
                .filter(size -> size.rows() >= MANY_ROWS)
                .map(SourceTableSize::table)
                .collect(Collectors.toSet());
        List<String> statements = SourceRequirements.referringColumns(plan)
                .filter(column -> large.contains(column.table().name()))
                .filter(column -> !indexed.contains(
                        new SourceColumnIndex(column.table().name(), column.name())))
                .map(column -> "CREATE INDEX %s_%s ON %1$s (%2$s);"
                        .formatted(column.table().name(), column.name()))
                .distinct()
                .toList();
        if (statements.isEmpty()) {
            return ok(AREA, "indexes", "every column of a large table that refers to another table has an index");
        }
        return new Finding(
                AREA,
                "indexes",
                Finding.Level.NOTE,
                statements.size() + " columns of large tables that refer to another table have no index: an incremental"
                        + " scans their tables when the rows that they refer to change",
                "have the source's owner create them",
                statements);
    }

    private Finding marks() {
        boolean tellsMarks;
        try (Snapshot snapshot = source.snapshot()) {
            tellsMarks = snapshot.server().tellsMarks();
        }
        return tellsMarks
                ? ok(AREA, "marks", "the server tells which tables nobody touched: an incremental does not read them")
                : note(
                        AREA,
                        "marks",
                        "the server does not tell reliably which tables nobody touched: every incremental scans all"
                                + " tables",
                        null);
    }

    private Set<String> requiredTables() {
        return SourceRequirements.of(plan).tables().stream()
                .map(table -> table.name())
                .collect(Collectors.toSet());
    }
}
