package dev.tidemark.star.load;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.Snapshot;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.Total;
import dev.tidemark.table.Scope;
import dev.tidemark.table.SourcePath;
import dev.tidemark.target.TargetSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Compares the warehouse with the snapshot of the source after a load: the number of rows, and totals by group. A large
 * table that was filled anew has one total: to find the group of every row, the source would need longer than the load.
 * If they differ, someone else wrote to the warehouse, or Tidemark has a bug; the load fails.
 */
final class Reconciliation {
    private static final String HINT = "incremental --deep, which compares and repairs every row;"
            + " nothing of this run was kept";

    /** In larger tables only the written rows are summed up by group: all rows would cost more than the load. */
    private static final long LARGEST_TABLE_TO_GROUP = 100_000;

    private final Snapshot source;
    private final TargetSession target;
    private final Map<String, SortedMap<Long, Total>> known = new HashMap<>();

    Reconciliation(Snapshot source, TargetSession target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Combines {@code fingerprints} with the source's totals of {@code sync}; does not read the target.
     *
     * @param rows the number of rows that the table has now
     */
    SourceFigures figures(SourceSync<?, ?> sync, HeldFingerprints fingerprints, long rows) {
        return new SourceFigures(fingerprints, sync.controlTotals().map(totals -> ofSource(sync, totals, rows)));
    }

    /** Keeps the totals of {@code figures}, so that the source need not be asked again; not its large fingerprints. */
    void expect(SourceSync<?, ?> sync, SourceFigures figures) {
        figures.totals().ifPresent(totals -> known.put(sync.name(), totals));
    }

    /**
     * Fails unless both sides have the same number of rows and the same totals.
     *
     * @param counted the number of rows of the source's table; negative if they were not counted
     * @param written the keys of the rows that the load wrote
     */
    void require(SourceSync<?, ?> sync, long counted, WrittenKeys written) {
        long sourceRows = sync.requiresReferences() ? source.countReferring(sync.source(), paths(sync)) : counted;
        long rows = target.countRows(sync.target());
        if (sourceRows >= 0 && rows != sourceRows) {
            throw TidemarkException.fault(
                    "After the load " + sync.name() + " has other rows than the source's " + sync.source().name() + ": "
                            + rows + " against " + sourceRows,
                    HINT);
        }
        sync.controlTotals().ifPresent(totals -> {
            if (written.areAll() || !isLarge(rows)) {
                requireSame(
                        sync,
                        totals,
                        Optional.ofNullable(known.get(sync.name())).orElseGet(() -> ofSource(sync, totals, rows)),
                        ofTarget(sync, totals, rows));
            } else {
                written.chunks(Snapshot.KEYS_A_QUERY).map(Scope.Keys::new).forEach(chunk -> requireSame(
                        sync,
                        totals,
                        totals.ofSource(source, sync, chunk),
                        totals.ofTarget(target, sync, chunk)));
            }
        });
    }

    private SortedMap<Long, Total> ofSource(SourceSync<?, ?> sync, ControlTotals totals, long rows) {
        return isLarge(rows) ? totals.ofWholeSource(source, rows) : totals.ofSource(source, sync, Scope.ALL);
    }

    private SortedMap<Long, Total> ofTarget(SourceSync<?, ?> sync, ControlTotals totals, long rows) {
        return isLarge(rows) ? totals.ofWholeTarget(target, rows) : totals.ofTarget(target, sync, Scope.ALL);
    }

    private static boolean isLarge(long rows) {
        return rows > LARGEST_TABLE_TO_GROUP;
    }

    private static void requireSame(
            SourceSync<?, ?> sync, ControlTotals totals, Map<Long, Total> there, Map<Long, Total> here) {
        Stream.concat(there.keySet().stream(), here.keySet().stream())
                .filter(group -> !Objects.equals(there.get(group), here.get(group)))
                .findFirst()
                .ifPresent(group -> {
                    throw TidemarkException.fault(
                            "After the load " + sync.name() + " holds "
                                    + (group == Total.WHOLE_TABLE ? "" : "for " + totals.group() + " " + group + " ")
                                    + text(here.get(group)) + ", and the source " + text(there.get(group)),
                            HINT);
                });
    }

    private static List<SourcePath> paths(SourceSync<?, ?> sync) {
        return sync.references().stream().map(Reference::path).toList();
    }

    private static String text(Total total) {
        if (total == null) {
            return "nothing";
        }
        return total.rows() + " rows" + (total.amountCents() == null ? "" : " with " + total.amountCents() + " cents");
    }

    /**
     * The source's figures for a table.
     *
     * @param fingerprints of all its ranges
     * @param totals its totals by group; empty for a table that has none
     */
    record SourceFigures(HeldFingerprints fingerprints, Optional<SortedMap<Long, Total>> totals) {}
}
