package dev.tidemark.check;

import dev.tidemark.source.Source;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.target.Target;
import java.time.Clock;
import java.util.List;

/** Checks the source and the warehouse, and changes nothing. */
public final class Doctor {
    private final SourceChecks source;
    private final WarehouseChecks warehouse;

    /** A doctor of this source and this warehouse. */
    public Doctor(Source source, Target target, SyncPlan plan, Clock clock) {
        this.source = new SourceChecks(source, plan, clock);
        this.warehouse = new WarehouseChecks(target, plan);
    }

    /** The findings: first {@code known}, then those of the source and the warehouse. */
    public CheckResult check(List<Finding> known) {
        Checks checks = new Checks();
        known.forEach(checks::add);
        source.run(checks);
        warehouse.run(checks);
        return checks.result();
    }
}
