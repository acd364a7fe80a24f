package dev.tidemark.engine;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.orm.KeyFingerprint;
import dev.tidemark.orm.ScalarMapper;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Compares the warehouse with the source after a load, within the snapshot that it read. Where they differ, someone
 * else wrote to the warehouse, or the source set its timestamps back, or Tidemark is wrong; the load is given up.
 */
final class Reconciliation {
    private static final String HINT = "validate --all, which names the rows, and full-load, which rebuilds them;"
            + " nothing of this run was kept";

    private final SourceSnapshot source;
    private final WarehouseSession warehouse;

    Reconciliation(SourceSnapshot source, WarehouseSession warehouse) {
        this.source = source;
        this.warehouse = warehouse;
    }

    /** Fails unless both sides have the same keys; returns their fingerprint. */
    KeyFingerprint requireSameKeys(SourceSync<?, ?> sync) {
        KeyFingerprint there = source.mapper(ScalarMapper.class).fingerprint(sync.source().keyQueries().fingerprint());
        KeyFingerprint here = warehouse.fingerprint(sync.target());
        if (!there.equals(here)) {
            throw TidemarkException.fault(
                    "After the load " + sync.name() + " holds " + here.rows() + " rows, and the source's "
                            + sync.source().name() + " " + there.rows()
                            + (there.rows().equals(here.rows()) ? " others" : ""),
                    HINT);
        }
        return here;
    }

    boolean haveSameTotals(SourceSync<?, ?> sync, TotalsScope scope) {
        return sync.controlTotals()
                .map(totals -> totals.ofSource(source, scope).equals(totals.ofWarehouse(warehouse, scope)))
                .orElse(true);
    }

    void requireSameTotals(SourceSync<?, ?> sync, TotalsScope scope) {
        sync.controlTotals().ifPresent(totals -> {
            Map<Long, Total> there = totals.ofSource(source, scope);
            Map<Long, Total> here = totals.ofWarehouse(warehouse, scope);
            Stream.concat(there.keySet().stream(), here.keySet().stream())
                    .filter(group -> !Objects.equals(there.get(group), here.get(group)))
                    .findFirst()
                    .ifPresent(group -> {
                        throw TidemarkException.fault(
                                "After the load " + sync.name() + " holds for " + totals.group() + " " + group + " "
                                        + text(here.get(group)) + ", and the source " + text(there.get(group)),
                                HINT);
                    });
        });
    }

    private static String text(Total total) {
        return total == null ? "nothing" : total.rows() + " rows with " + total.amountCents() + " cents";
    }
}
