package dev.tidemark.star.load;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.RangeFingerprint;
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
 * Compares the warehouse with the source after a load, within the snapshot that it read: the number of rows, and totals
 * by group. Where they differ, someone else wrote to the warehouse, or Tidemark is wrong; the load is given up.
 */
final class Reconciliation {
    private static final String HINT = "incremental --deep, which compares and repairs every row;"
            + " nothing of this run was kept";

    /** Of larger tables the rows that a load wrote are summed up: a sum over all would cost more than the load. */
    private static final long LARGEST_TABLE_TO_SUM_UP = 100_000;

    private final Snapshot source;
    private final TargetSession target;
    private final Map<String, SourceFigures> known = new HashMap<>();

    Reconciliation(Snapshot source, TargetSession target) {
        this.source = source;
        this.target = target;
    }

    /** Asks the source for its totals of {@code sync}, beside these fingerprints; the target is not read. */
    SourceFigures figures(SourceSync<?, ?> sync, List<RangeFingerprint> fingerprints) {
        return new SourceFigures(
                fingerprints, sync.controlTotals().map(totals -> totals.ofSource(source, sync, Scope.ALL)));
    }

    /** Takes what the source said, so that it need not be asked again. */
    void expect(SourceSync<?, ?> sync, SourceFigures figures) {
        known.put(sync.name(), figures);
    }

    /**
     * Fails unless both sides have as many rows, and the same totals.
     *
     * @param counted the number of rows of the table of the source; negative where it was not counted
     * @param written the rows that the load wrote
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
            if (written.areAll() || rows <= LARGEST_TABLE_TO_SUM_UP) {
                requireSameTotals(sync, totals, Scope.ALL);
            } else {
                written.chunks(Snapshot.BATCH)
                        .forEach(chunk -> requireSameTotals(sync, totals, new Scope.Keys(chunk)));
            }
        });
    }

    private void requireSameTotals(SourceSync<?, ?> sync, ControlTotals totals, Scope scope) {
        Map<Long, Total> there = Optional.ofNullable(known.get(sync.name()))
                .flatMap(SourceFigures::totals)
                .orElseGet(() -> totals.ofSource(source, sync, scope));
        Map<Long, Total> here = totals.ofTarget(target, sync, scope);
        Stream.concat(there.keySet().stream(), here.keySet().stream())
                .filter(group -> !Objects.equals(there.get(group), here.get(group)))
                .findFirst()
                .ifPresent(group -> {
                    throw TidemarkException.fault(
                            "After the load " + sync.name() + " holds for " + totals.group() + " " + group + " "
                                    + text(here.get(group)) + ", and the source " + text(there.get(group)),
                            HINT);
                });
    }

    private static List<SourcePath> paths(SourceSync<?, ?> sync) {
        return sync.references().stream().map(Reference::path).toList();
    }

    private static String text(Total total) {
        return total == null ? "nothing" : total.rows() + " rows with " + total.amountCents() + " cents";
    }

    /**
     * What the source says of a table.
     *
     * @param fingerprints of all its ranges
     * @param totals its totals by group; empty for a table that has none
     */
    record SourceFigures(List<RangeFingerprint> fingerprints, Optional<SortedMap<Long, Total>> totals) {}
}
