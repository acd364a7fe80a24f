package dev.tidemark.star.rows;

import dev.tidemark.run.Counts;
import dev.tidemark.table.Key;
import dev.tidemark.table.TargetTable;
import dev.tidemark.target.TargetSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Brings a table of the target in line with what it should hold, page by page: constant memory, and no row is
 * written while others are being read.
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

    /** Writes the rows of the page that differ and deletes those of the table that it does not have. */
    public Counts level(Page<T> page) {
        return level(page, new RowMerge.Visitor<>() {});
    }

    /** The same, and tells {@code visitor} how the rows differed. */
    public Counts level(Page<T> page, RowMerge.Visitor<T> visitor) {
        Differences<T> differences = new Differences<>(table, visitor);
        compare(page, differences);
        // First what goes: it may hold a value that is unique.
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

        // Its key is unique by an index, so this is a damaged file; the count of rows after the load refuses it.
        @Override
        public void duplicate(T row) {
            next.duplicate(row);
        }
    }
}
