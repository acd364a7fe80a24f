package dev.tidemark.spark.lake;

import dev.tidemark.run.Counts;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowMerge;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.parquet.example.data.Group;

/**
 * How rows differ from those so far.
 *
 * @param updated rows with the same key and other values
 * @param unchanged rows with the same key and values
 * @param changed the leading keys of the rows with other values
 * @param removed the keys of rows that are no longer there
 * @param added the keys of rows that were not there before
 */
public record RowDifferences(long updated, long unchanged, KeySpans changed, List<Key> removed, List<Key> added)
        implements Serializable {
    /** Compares the rows of one folder that have one of these leading keys. */
    public static RowDifferences in(LakeFolder lake, LakeTable<?> table, FilesOfFolder files, KeySpans keys) {
        return lake.asking(() -> {
            try (MergedRows was = MergedRows.of(lake, table, files.before(), keys::contains);
                    MergedRows is = MergedRows.of(lake, table, files.fresh(), keys::contains)) {
                Found found = new Found(table);
                RowMerge.walk(table::keyOf, is, was, found);
                return found.differences();
            }
        });
    }

    /** The differences in all folders: a row that is removed from one and added to another is the same row. */
    public static RowDifferences of(List<RowDifferences> folders) {
        Set<Key> removed = new HashSet<>();
        folders.forEach(folder -> removed.addAll(folder.removed));
        List<Key> added = new ArrayList<>();
        LongStream.Builder moved = LongStream.builder();
        long updated = 0;
        long unchanged = 0;
        KeySpans changed = KeySpans.NONE;
        for (RowDifferences folder : folders) {
            updated += folder.updated;
            unchanged += folder.unchanged;
            changed = changed.union(folder.changed);
            for (Key key : folder.added) {
                if (removed.remove(key)) {
                    moved.add(key.leading());
                    updated++;
                } else {
                    added.add(key);
                }
            }
        }
        return new RowDifferences(
                updated,
                unchanged,
                changed.union(KeySpans.ofKeys(moved.build().iterator())),
                List.copyOf(removed),
                added);
    }

    /**
     * The leading keys of all rows that differ.
     *
     * @param compared the keys of all rows that were compared: those, where too many differ to name them singly
     */
    public KeySpans keys(KeySpans compared) {
        KeySpans differing = changed.union(
                KeySpans.ofKeys(Stream.concat(removed.stream(), added.stream()).map(Key::leading).iterator()));
        return differing.isAll() ? compared : differing;
    }

    /** What a load does about them. */
    public Counts counts() {
        return new Counts(0, added.size(), updated, removed.size(), unchanged);
    }

    /** Notes the differences in one folder. */
    private static final class Found implements RowMerge.Visitor<Group> {
        private final LakeTable<?> table;
        private final LongStream.Builder changed = LongStream.builder();
        private final List<Key> removed = new ArrayList<>();
        private final List<Key> added = new ArrayList<>();
        private long updated;
        private long unchanged;

        private Found(LakeTable<?> table) {
            this.table = table;
        }

        private RowDifferences differences() {
            return new RowDifferences(
                    updated, unchanged, KeySpans.ofKeys(changed.build().iterator()), removed, added);
        }

        @Override
        public void missing(Group row) {
            added.add(table.keyOf(row));
        }

        @Override
        public void extra(Group row) {
            removed.add(table.keyOf(row));
        }

        @Override
        public void duplicate(Group row) {
            removed.add(table.keyOf(row));
        }

        @Override
        public void both(Group is, Group was) {
            if (FileRows.areEqual(was, is)) {
                unchanged++;
            } else {
                updated++;
                changed.add(table.keyOf(is).leading());
            }
        }
    }
}
