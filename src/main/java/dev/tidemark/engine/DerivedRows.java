package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.database.Changes;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.TargetTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * Brings a derived table in line with the rows that it should hold. They are few, so each run compares them all: what
 * someone else changed in them is mended too.
 *
 * @param <T> the record of a row
 */
final class DerivedRows<T> {
    private final WarehouseSession session;
    private final DerivedSync<T> derived;
    private List<T> here;

    /** The rows of {@code derived} in the transaction of {@code session}. */
    DerivedRows(WarehouseSession session, DerivedSync<T> derived) {
        this.session = session;
        this.derived = derived;
    }

    /** Reads the rows that are there, unless they were read: nobody else writes them within the transaction. */
    void read() {
        if (here == null) {
            here = session.streamRows(derived.target(), rows -> {
                List<T> all = new ArrayList<>();
                rows.forEachRemaining(all::add);
                return all;
            });
        }
    }

    /** Deletes what should not be there and writes what differs. */
    Counts level(LocalDate today) {
        TargetTable<T> table = derived.target();
        SequencedMap<Long, T> expected = new LinkedHashMap<>();
        derived.expectedRows(session, today).forEach(row -> expected.put(table.keyOf().applyAsLong(row), row));
        DeepComparison.Differences<T> differences = new DeepComparison.Differences<>(table);
        read();
        RowMerge.walk(table, expected.values().iterator(), here.iterator(), differences);
        // First what goes: it may hold a value that is unique.
        long deleted = session.delete(table, differences.vanished());
        Changes changes = differences.toWrite()
                .chunks(SourceSnapshot.BATCH)
                .map(keys -> session.upsert(table, keys.stream().map(expected::get).toList()))
                .reduce(Changes.NONE, Changes::plus);
        return new Counts(0, changes.inserted(), changes.updated(), deleted, 0);
    }
}
