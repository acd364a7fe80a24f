package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.orm.KeyFingerprint;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Compares the warehouse with the source after a load, within the snapshot that it read. Where they differ, someone
 * else wrote to the warehouse, or the source set its timestamps back, or Tidemark is wrong; the load is given up.
 */
final class Reconciliation {
    private static final String HINT = "validate --all, which names the rows, and full-load, which rebuilds them;"
            + " nothing of this run was kept";

    private static final TotalsScope ALL = TotalsScope.all();

    private final SourceScans scans;
    private final SourceSnapshot source;
    private final WarehouseSession warehouse;

    Reconciliation(SourceScans scans, WarehouseSession warehouse) {
        this.scans = scans;
        this.source = scans.source();
        this.warehouse = warehouse;
    }

    /** Asks the source for what is compared; the warehouse is not read. */
    SourceFigures figures(SourceSync<?, ?> sync) {
        return new SourceFigures(scans.fingerprint(sync), sync.controlTotals().map(totals -> totalsThere(totals, ALL)));
    }

    /** Fails unless both sides have the same keys; returns their fingerprint. */
    KeyFingerprint requireSameKeys(SourceSync<?, ?> sync) {
        Beside<KeyFingerprint, KeyFingerprint> keys =
                Beside.ask(() -> scans.fingerprint(sync), () -> warehouse.fingerprint(sync.target()), source::abandon);
        return requireSameKeys(sync, keys.there(), keys.here());
    }

    /** Fails unless the warehouse has the keys and the totals that the source gave; returns the keys' fingerprint. */
    KeyFingerprint requireSame(SourceSync<?, ?> sync, SourceFigures figures) {
        sync.controlTotals().ifPresent(totals -> requireSameTotals(
                sync, totals, figures.totals().orElseThrow(), totals.ofWarehouse(warehouse, ALL)));
        return requireSameKeys(sync, figures.keys(), warehouse.fingerprint(sync.target()));
    }

    boolean haveSameTotals(SourceSync<?, ?> sync, TotalsScope scope) {
        return sync.controlTotals()
                .map(totals -> both(totals, scope))
                .map(both -> both.there().equals(both.here()))
                .orElse(true);
    }

    void requireSameTotals(SourceSync<?, ?> sync, TotalsScope scope) {
        sync.controlTotals().ifPresent(totals -> {
            Beside<SortedMap<Long, Total>, SortedMap<Long, Total>> both = both(totals, scope);
            requireSameTotals(sync, totals, both.there(), both.here());
        });
    }

    private Beside<SortedMap<Long, Total>, SortedMap<Long, Total>> both(ControlTotals totals, TotalsScope scope) {
        return Beside.ask(
                () -> totalsThere(totals, scope), () -> totals.ofWarehouse(warehouse, scope), source::abandon);
    }

    private SortedMap<Long, Total> totalsThere(ControlTotals totals, TotalsScope scope) {
        return totals.ofSource(source, scope);
    }

    private static KeyFingerprint requireSameKeys(SourceSync<?, ?> sync, KeyFingerprint there, KeyFingerprint here) {
        if (!there.equals(here)) {
            throw TidemarkException.fault(
                    "After the load " + sync.name() + " has other rows than the source's " + sync.source().name() + ": "
                            + here.rows() + " against " + there.rows(),
                    HINT);
        }
        return here;
    }

    private static void requireSameTotals(
            SourceSync<?, ?> sync, ControlTotals totals, Map<Long, Total> there, Map<Long, Total> here) {
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

    private static String text(Total total) {
        return total == null ? "nothing" : total.rows() + " rows with " + total.amountCents() + " cents";
    }

    /**
     * What the source says of a table.
     *
     * @param keys the fingerprint of its keys
     * @param totals its totals by group; empty for a table that has none
     */
    record SourceFigures(KeyFingerprint keys, Optional<SortedMap<Long, Total>> totals) {}
}
