package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeySet;
import java.util.Iterator;
import java.util.stream.LongStream;

/**
 * Compares the keys of a table on both sides: first by fingerprint, which costs one pass over an index on each side,
 * and only where those differ key by key.
 */
public final class KeyComparison {
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;

    /** Comparisons of this snapshot with this state of the warehouse. */
    public KeyComparison(SourceSnapshot source, WarehouseSession warehouse) {
        this.source = source;
        this.warehouse = warehouse;
    }

    /** How the keys of the table differ. */
    public KeyDifference compare(SourceSync<?, ?> sync) {
        if (source.fingerprint(sync.source()).equals(warehouse.fingerprint(sync.target()))) {
            return KeyDifference.NONE;
        }
        return source.streamKeys(
                sync.source(), there -> warehouse.streamKeys(sync.target(), here -> difference(there, here)));
    }

    /** The difference of two ascending streams of keys. */
    static KeyDifference difference(Iterator<Long> source, Iterator<Long> warehouse) {
        LongStream.Builder missing = LongStream.builder();
        LongStream.Builder vanished = LongStream.builder();
        Long there = next(source);
        Long here = next(warehouse);
        while (there != null || here != null) {
            int order = there == null ? 1 : here == null ? -1 : Long.compare(there, here);
            if (order < 0) {
                missing.add(there);
            } else if (order > 0) {
                vanished.add(here);
            }
            there = order <= 0 ? next(source) : there;
            here = order >= 0 ? next(warehouse) : here;
        }
        return new KeyDifference(
                KeySet.collect(missing.build().iterator()), KeySet.exactly(vanished.build().toArray()));
    }

    private static Long next(Iterator<Long> keys) {
        return keys.hasNext() ? keys.next() : null;
    }
}
