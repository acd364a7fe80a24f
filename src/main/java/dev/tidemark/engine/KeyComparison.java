package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.KeyBounds;
import dev.tidemark.orm.KeyFingerprint;
import dev.tidemark.orm.KeyQueries;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.RangeFingerprint;
import dev.tidemark.orm.ScalarMapper;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/**
 * Compares the keys of a table on both sides. Equal fingerprints end the matter, after one pass over an index on each
 * side. Where they differ, one more pass fingerprints some thousand ranges of keys, and the keys themselves are
 * compared in the ranges that differ.
 */
public final class KeyComparison {
    private static final int RANGE_BITS = 14;
    private static final long LARGEST_KEY = 0xFFFF_FFFFL;

    /** To ask both sides for one more range takes as long as to walk over so many keys. */
    private static final long KEYS_WORTH_A_QUESTION = 1_000;

    private final SourceScans scans;
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;

    /** Comparisons of the snapshot that is scanned with this state of the warehouse. */
    public KeyComparison(SourceScans scans, WarehouseSession warehouse) {
        this.scans = scans;
        this.source = scans.source();
        this.warehouse = warehouse;
    }

    /** How the keys of the table differ. */
    public KeyDifference compare(SourceSync<?, ?> sync) {
        return compare(sync, () -> {});
    }

    /**
     * The same.
     *
     * @param meanwhile what there is to do in the warehouse while the source, which takes longer, is at it
     */
    KeyDifference compare(SourceSync<?, ?> sync, Runnable meanwhile) {
        KeyQueries sourceKeys = sync.source().keyQueries();
        KeyQueries targetKeys = sync.target().keyQueries();
        Beside<KeyFingerprint, KeyFingerprint> all = Beside.ask(
                () -> scans.fingerprint(sync),
                () -> {
                    KeyFingerprint answer = warehouse.fingerprint(sync.target());
                    meanwhile.run();
                    return answer;
                },
                source::abandon);
        if (all.there().equals(all.here())) {
            return KeyDifference.none(all.there());
        }
        ScalarMapper here = warehouse.mapper(ScalarMapper.class);
        LongStream.Builder missing = LongStream.builder();
        LongStream.Builder vanished = LongStream.builder();
        List<KeyBounds> bounds = List.of(
                source.ask(ScalarMapper.class, there -> bounds(there, sourceKeys)), bounds(here, targetKeys));
        if (bounds.stream().allMatch(KeyComparison::canBeShifted)) {
            int bits = bits(bounds);
            Beside<List<RangeFingerprint>, List<RangeFingerprint>> ranges = Beside.ask(
                    () -> source.ask(ScalarMapper.class, there -> there.ranges(sourceKeys.ranges(bits))),
                    () -> here.ranges(targetKeys.ranges(bits)),
                    source::abandon);
            KeyRanges.bridging(KeyRanges.differing(ranges.there(), ranges.here()), KEYS_WORTH_A_QUESTION >> bits)
                    .forEach(range -> {
                        long first = range.first() << bits;
                        long last = ((range.last() + 1) << bits) - 1;
                        walk(sourceKeys.between(first, last), targetKeys.between(first, last), missing, vanished);
                    });
        } else {
            walk(sourceKeys.all(), targetKeys.all(), missing, vanished);
        }
        return new KeyDifference(
                KeySet.collect(missing.build().iterator()),
                KeySet.exactly(vanished.build().toArray()),
                Optional.empty());
    }

    private void walk(
            SelectStatementProvider sourceKeys,
            SelectStatementProvider targetKeys,
            LongStream.Builder missing,
            LongStream.Builder vanished) {
        source.streamKeys(
                sourceKeys,
                sourceSide -> warehouse.streamKeys(targetKeys, targetSide -> {
                    difference(sourceSide, targetSide, missing, vanished);
                    return null;
                }));
    }

    /** Walks two ascending streams of keys and notes those that only one of them has. */
    static void difference(
            Iterator<Long> source, Iterator<Long> warehouse, LongStream.Builder missing, LongStream.Builder vanished) {
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
    }

    // MyBatis takes a row of nothing but NULLs for no row.
    private static KeyBounds bounds(ScalarMapper side, KeyQueries keys) {
        KeyBounds found = side.bounds(keys.bounds());
        return found == null ? KeyBounds.OF_NO_ROW : found;
    }

    // MySQL shifts a negative number as an unsigned one, SQLite as a signed one.
    private static boolean canBeShifted(KeyBounds bounds) {
        return bounds.first() == null || bounds.first() >= 0 && bounds.last() <= LARGEST_KEY;
    }

    private static int bits(List<KeyBounds> bounds) {
        long last = bounds.stream().mapToLong(side -> side.last() == null ? 0 : side.last()).max().orElse(0);
        return Math.max(0, Long.SIZE - Long.numberOfLeadingZeros(last) - RANGE_BITS);
    }

    private static Long next(Iterator<Long> keys) {
        return keys.hasNext() ? keys.next() : null;
    }
}
