package dev.tidemark.check;

import dev.tidemark.run.state.States;
import dev.tidemark.run.state.SyncState;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.util.Map;

/** Checks the warehouse. */
record WarehouseChecks(Target target, SyncPlan plan) {
    /** Adds all findings; if the file is not a warehouse, only that problem. */
    void run(Checks checks) {
        new FileChecks(target, "warehouse", "warehouse", false, this::isFilled).run(checks);
    }

    private boolean isFilled(TargetSession session) {
        Map<String, SyncState> states = States.read(session);
        return plan.names().stream().allMatch(table -> states.containsKey(table) && states.get(table).isLoaded());
    }
}
