package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Runs the steps of a load, table by table. All of them share one unit, or each has one of its own: then a table that
 * fails does not stop those that do not depend on it.
 */
final class Steps implements AutoCloseable {
    private final CopyPlan plan;
    private final CopyTarget target;
    private final CopyState state;
    private final boolean keeps;
    private final Map<CopyTable, TableCount> counts;
    private final Map<CopyTable, String> failures = new LinkedHashMap<>();
    private final Unit whole;
    private final Consumer<Unit> mark;
    private boolean marked;

    /**
     * The steps of a load.
     *
     * @param byTable whether each step has a unit of its own
     * @param keeps whether units are committed
     * @param counts takes the time of each table
     * @param mark marks in the state, before the first commit, that the run is not complete
     */
    Steps(
            CopyPlan plan,
            CopyTarget target,
            CopyState state,
            boolean byTable,
            boolean keeps,
            Map<CopyTable, TableCount> counts,
            Consumer<Unit> mark) {
        this.plan = plan;
        this.target = target;
        this.state = state;
        this.keeps = keeps;
        this.counts = counts;
        this.mark = mark;
        this.whole = byTable ? null : open();
    }

    /** Runs a step for each table that did not fail and whose parents did not. */
    void each(List<CopyTable> tables, BiConsumer<CopyTable, Unit> step) {
        for (CopyTable table : tables) {
            if (whole != null) {
                counts.get(table).timed(() -> step.accept(table, whole));
            } else if (!failures.containsKey(table)) {
                alone(table, step);
            }
        }
    }

    /** Runs a step for all tables together. */
    void together(Consumer<Unit> step) {
        reading(unit -> {
            step.accept(unit);
            if (whole == null && keeps) {
                state.file().gate().pass(() -> commit(unit));
            }
        });
    }

    /** Runs a step that only reads, or commits by itself. */
    void reading(Consumer<Unit> step) {
        if (whole != null) {
            step.accept(whole);
            return;
        }
        try (Unit unit = open()) {
            step.accept(unit);
        }
    }

    /** Commits what was done, then runs {@code last} in the state's next transaction, which completes the run. */
    void complete(Consumer<Unit> last) {
        reading(unit -> state.file().gate().passLast(() -> {
            commit(unit);
            last.accept(unit);
            unit.state().complete();
        }));
    }

    private void commit(Unit unit) {
        if (!marked) {
            mark.accept(unit);
        }
        unit.commit();
        marked = true;
    }

    /** Why a table failed as a whole; empty where it did not. */
    Optional<String> failure(CopyTable table) {
        return Optional.ofNullable(failures.get(table));
    }

    @Override
    public void close() {
        if (whole != null) {
            whole.close();
        }
    }

    private void alone(CopyTable table, BiConsumer<CopyTable, Unit> step) {
        Optional<CopyTable> failedParent = table.references().stream()
                .map(plan::parent)
                .filter(failures::containsKey)
                .findFirst();
        if (failedParent.isPresent()) {
            failures.put(table, "it refers to " + failedParent.get().source() + ", which failed");
            return;
        }
        try {
            together(unit -> counts.get(table).timed(() -> step.accept(table, unit)));
        } catch (TidemarkException failure) {
            // A later attempt makes good what may pass; a fault of the source or of Tidemark concerns all tables.
            if (failure.mayPass() || failure.reason() != Reason.WAREHOUSE && failure.reason() != Reason.INCOMPLETE) {
                throw failure;
            }
            failures.put(table, failure.getMessage());
        }
    }

    private Unit open() {
        return new Unit(target.begin(plan.tables()), state.begin());
    }
}
