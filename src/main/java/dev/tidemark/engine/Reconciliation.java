package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.orm.KeyFingerprint;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what a load wrote with the source, within the snapshot that it read. A difference would be a fault of
 * Tidemark's, so the load is given up.
 */
final class Reconciliation {
    private static final String HINT = "nothing was kept; please report this with the command's --verbose output";

    private final SourceSnapshot source;
    private final WarehouseSession warehouse;

    Reconciliation(SourceSnapshot source, WarehouseSession warehouse) {
        this.source = source;
        this.warehouse = warehouse;
    }

    void requireSameKeys(SourceSync<?, ?> sync) {
        KeyFingerprint there = source.fingerprint(sync.source());
        KeyFingerprint here = warehouse.fingerprint(sync.target());
        if (!there.equals(here)) {
            throw TidemarkException.fault(
                    "After the load " + sync.name() + " holds " + here.rows() + " rows, and the source's "
                            + sync.source().name() + " " + there.rows() + (there.rows().equals(here.rows())
                                    ? " others" : ""),
                    HINT);
        }
    }

    void requireSameTotals(SourceSync<?, ?> sync) {
        sync.controlTotals().ifPresent(totals -> {
            Map<Long, Total> there = totals.ofSource(source, Optional.empty());
            Map<Long, Total> here = totals.ofWarehouse(warehouse, Optional.empty());
            if (!there.equals(here)) {
                throw TidemarkException.fault(
                        "After the load " + sync.name() + " sums up to " + here + " by " + totals.group()
                                + ", and the source to " + there,
                        HINT);
            }
        });
    }
}
