package dev.tidemark.star.rows;

import dev.tidemark.run.Counts;
import dev.tidemark.table.Key;
import dev.tidemark.table.RowMerge;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.TargetSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Updates a table of the target page by page: memory stays constant, and no row is written while others are read.
 *
 * @param <T> the record of a row
 */
public final class TableWriter<T> {
    private final TargetSession target;
    private final TargetTable<T> table;

    /** Writes {@code table} in the transaction of {@code target}. */
    public TableWriter(TargetSession target, TargetTable<T> table) {
        this.target = target;
        this.table = table;
    }

    /** Tells {@code visitor} how the rows of the page differ from those of the table; writes nothing. */
    public void compare(Page<T> page, RowMerge.Visitor<T> visitor) {
        List<T> present = target.rows(table, page.within(), page.after(), page.upTo());
        RowMerge.walk(table, page.rows().iterator(), present.iterator(), visitor);
    }

    /** Writes the rows of the page that differ, and deletes the table's rows that the page lacks. */
    public Counts level(Page<T> page) {
        return level(page, new RowMerge.Visitor<>() {});
    }

    /** Does the same, and tells {@code visitor} how the rows differed. */
    public Counts level(Page<T> page, RowMerge.Visitor<T> visitor) {
        Differences<T> differences = new Differences<>(table, visitor);
        compare(page, differences);
        // Deletes come first: a deleted row may hold a unique value that a new row needs.
        target.delete(table, differences.extra);
        target.upsert(table, differences.missing);
        target.upsert(table, differences.different);
        return new Counts(
                page.read(),
                differences.missing.size(),
                differences.different.size(),
                differences.extra.size(),
                differences.equal);
    }

    private static final class Differences<T> implements RowMerge.Visitor<T> {
        private final TargetTable<T> table;
        private final RowMerge.Visitor<T> next;
        private final List<T> missing = new ArrayList<>();
        private final List<T> different = new ArrayList<>();
        private final List<Key> extra = new ArrayList<>();
        private long equal;

        private Differences(TargetTable<T> table, RowMerge.Visitor<T> next) {
            this.table = table;
            this.next = next;
        }

        @Override
        public void missing(T row) {
            missing.add(row);
            next.missing(row);
        }

        @Override
        public void extra(T row) {
            extra.add(table.keyOf(row));
            next.extra(row);
        }

        @Override
        public void both(T should, T is) {
            if (should.equals(is)) {
                equal++;
            } else {
                different.add(should);
            }
            next.both(should, is);
        }

        // An index makes the key unique, so the file is damaged; the count of rows after the load fails.
        @Override
        public void duplicate(T row) {
            next.duplicate(row);
        }
    }
}
