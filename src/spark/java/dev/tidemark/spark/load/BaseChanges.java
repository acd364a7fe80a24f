package dev.tidemark.spark.load;

import dev.tidemark.run.state.SourceRecord;
import dev.tidemark.run.state.TableRecord;
import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.Snapshot;
import dev.tidemark.spark.lake.RangeFiles;
import dev.tidemark.spark.lake.SourceState;
import dev.tidemark.star.change.TableChanges;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.SourceTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The differences between a snapshot and the states that a base was made from. A table is compared once. */
public final class BaseChanges {
    private final Snapshot source;
    private final SourceRecord now;
    private final Base base;
    private final RangeFiles files;
    private final Map<String, FingerprintedTable> tables = StarPlan.fingerprintedTables();
    private final List<String> names = List.copyOf(tables.keySet());
    private final Map<String, TableChanges> changes = new HashMap<>();
    private final Map<String, KnownTable> found = new HashMap<>();

    /**
     * The changes since {@code base}.
     *
     * @param now the source at the snapshot
     * @param files where the fingerprints of the snapshot are written to, if they are asked for
     */
    public BaseChanges(Snapshot source, SourceRecord now, Base base, RangeFiles files) {
        this.source = source;
        this.now = now;
        this.base = base;
        this.files = files;
    }

    /** The differences of a table. */
    public TableChanges of(SourceTable<?> table) {
        return of(tables.get(table.name()));
    }

    /** The states of all tables in the snapshot, ordered by name; writes the fingerprints that differ to the lake. */
    List<SourceState> states() {
        return tables.values().stream()
                .map(table -> {
                    of(table);
                    return state(found.get(table.name()));
                })
                .toList();
    }

    private SourceState state(KnownTable table) {
        return table.stored()
                .map(stored -> new SourceState(table.table(), stored.ranges()))
                .orElseGet(() -> files.write(table.table(), table.ranges().get()));
    }

    private TableChanges of(FingerprintedTable table) {
        TableChanges known = changes.get(table.name());
        if (known == null) {
            known = compared(table);
            changes.put(table.name(), known);
        }
        return known;
    }

    private TableChanges compared(FingerprintedTable table) {
        KnownTable known = base.tables().get(table.name());
        if (known == null || !known.table().description().equals(table.description())) {
            KnownTable now = read(table);
            found.put(table.name(), now);
            return changed(now.table(), new RangeDifferences(KeySpans.ALL, KeySpans.ALL));
        }
        if (isUntouched(table, known.table())) {
            found.put(table.name(), known);
            return changed(known.table(), new RangeDifferences(KeySpans.NONE, KeySpans.NONE));
        }
        KnownTable now = read(table);
        RangeDifferences differences =
                RangeDifferences.between(known.ranges().get(), now.ranges().get(), table.table().rangeWidth());
        found.put(
                table.name(),
                differences.content().isEmpty()
                        ? new KnownTable(now.table(), now.ranges(), known.stored())
                        : now);
        return changed(now.table(), differences);
    }

    private KnownTable read(FingerprintedTable table) {
        return KnownTable.of(
                names.indexOf(table.name()) + 1L, table, source.fingerprints(table, HeldFingerprints::of), source);
    }

    private boolean isUntouched(FingerprintedTable table, TableRecord known) {
        return base.source().filter(before -> now.isSameSource(before) && now.hasContinued(before)).isPresent()
                && table.joins().allMatch(step -> isUntouchedByMark(step.table()))
                && isUntouchedByMark(table, known);
    }

    private boolean isUntouchedByMark(SourceTable<?> table) {
        return isUntouchedByMark(
                tables.get(table.name()), base.tables().get(table.name()).table());
    }

    private boolean isUntouchedByMark(FingerprintedTable table, TableRecord known) {
        return KnownTable.mark(table, source).filter(known::isUntouched).isPresent();
    }

    private static TableChanges changed(TableRecord table, RangeDifferences differences) {
        return new TableChanges(differences.content(), differences.keys(), table.rows(), table.lastUpdate());
    }
}
