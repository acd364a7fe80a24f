package dev.tidemark.run.state;

import static dev.tidemark.run.state.RangeRecordTable.SYNC_RANGE;
import static dev.tidemark.run.state.SourceRecordTable.SYNC_SOURCE;
import static dev.tidemark.run.state.TableRecordTable.SYNC_SOURCE_TABLE;

import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.target.TargetSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The record of the source's content when the warehouse was last level with it, in a transaction of the warehouse. */
public final class Ledger {
    /** A mark proves nothing if the last change of the table is closer to the snapshot than this. */
    public static final Duration AGE_OF_TRUST = Duration.ofMinutes(1);

    private final TargetSession session;
    private final Map<String, TableRecord> tables = new HashMap<>();

    /** The ledger as the transaction of {@code session} sees it. */
    public Ledger(TargetSession session) {
        this.session = session;
        session.rows(SYNC_SOURCE_TABLE).forEach(table -> tables.put(table.tableName(), table));
    }

    /** The source as it was; empty before the first fingerprints. */
    public Optional<SourceRecord> source() {
        return session.rows(SYNC_SOURCE).stream().findFirst();
    }

    /** The table of this name; empty where there are no fingerprints of it. */
    public Optional<TableRecord> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    /** The number of the table of this name, or the next free one. */
    public long idOf(String name) {
        return table(name)
                .map(TableRecord::id)
                .orElseGet(() -> 1 + tables.values().stream().mapToLong(TableRecord::id).max().orElse(0));
    }

    /** Stores the record of the source. */
    public void write(SourceRecord source) {
        session.upsert(SYNC_SOURCE, List.of(source));
    }

    /** Stores the record of a table. */
    public void write(TableRecord table) {
        session.upsert(SYNC_SOURCE_TABLE, List.of(table));
        tables.put(table.tableName(), table);
    }

    /** Removes the marks of all tables except those of {@code but}. */
    public void forgetMarks(Set<String> but) {
        List.copyOf(tables.values()).stream()
                .filter(table -> !but.contains(table.tableName()))
                .forEach(table -> write(table.withoutMark()));
    }

    /**
     * Forgets the content of ranges, so that the next comparison finds them different.
     *
     * @param firstKeys the first values of the ranges
     */
    public void doubt(TableRecord table, List<Long> firstKeys) {
        List<RangeRecord> ranges = firstKeys.stream().map(first -> doubted(table.id(), first)).toList();
        session.upsert(SYNC_RANGE, ranges);
        write(table.withoutMark());
    }

    /** Forgets all fingerprints of a table, so that the next comparison treats every row as changed. */
    public void forget(TableRecord table) {
        write(table.forgotten());
    }

    private RangeRecord doubted(long tableId, long first) {
        Key before = Key.of(tableId, first - 1);
        return session.rows(SYNC_RANGE, KeySpans.ALL, before, Key.of(tableId, first)).stream()
                .findFirst()
                .map(RangeRecord::inDoubt)
                .orElseGet(() -> new RangeRecord(tableId, first, 0, RangeRecord.IN_DOUBT, null));
    }
}
