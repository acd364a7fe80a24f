package dev.tidemark.check;

import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.star.SyncPlan;
import java.time.Clock;
import java.util.List;

/** Checks everything, one thing after the other, and changes nothing. */
public final class Doctor {
    private final SourceChecks source;
    private final WarehouseChecks warehouse;

    /** A doctor of this source and this warehouse. */
    public Doctor(SourceDatabase source, WarehouseDatabase warehouse, SyncPlan plan, Clock clock) {
        this.source = new SourceChecks(source, plan, clock);
        this.warehouse = new WarehouseChecks(warehouse, plan);
    }

    /** What there is to say, after {@code known}, which was found before. */
    public CheckResult check(List<Finding> known) {
        Checks checks = new Checks();
        known.forEach(checks::add);
        source.run(checks);
        warehouse.run(checks);
        return checks.result();
    }
}
