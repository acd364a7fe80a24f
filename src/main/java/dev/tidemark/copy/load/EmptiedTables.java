package dev.tidemark.copy.load;

import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.CopyTransaction;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables of the target that are empty, though the state knows rows of them: others emptied them, or init made them anew.
 * The keys that the state has are then nobody's, and the target may give the same ids to other rows.
 *
 * @param plan the plan of the copy
 * @param target the target, which this run holds
 * @param state the state, which this run holds
 */
record EmptiedTables(CopyPlan plan, CopyTarget target, CopyState state) {
    /**
     * Lets the state forget the rows of those tables. They and the tables that refer to them, whose rows get other ids to
     * refer to, are compared row by row until a run completes them.
     *
     * @param chosen the tables of this run
     * @param everyRow whether it compares every row of all of them; else it looks at the rows of some tables only
     */
    void forget(List<CopyTable> chosen, boolean everyRow) {
        try (StateSession session = state.begin()) {
            TableStates states = new TableStates(session.records());
            List<CopyTable> empty = empty(chosen.stream()
                    .filter(table -> states.of(table).isPresent() && (everyRow || states.changed(table)))
                    .toList());
            List<CopyTable> emptied = new ArrayList<>();
            for (CopyTable table : empty) {
                long number = states.number(table);
                if (session.rows().hasRowsInTarget(number)) {
                    session.rows().forget(number);
                    emptied.add(table);
                }
            }
            session.records().upsert(
                    COPY_TABLE,
                    plan.tables().stream()
                            .filter(table -> states.of(table).isPresent() && isConcerned(table, emptied))
                            .map(states::unconfirmed)
                            .toList());
            session.commit();
        }
    }

    private List<CopyTable> empty(List<CopyTable> known) {
        if (known.isEmpty()) {
            return known;
        }
        try (CopyTransaction rows = target.snapshot(plan.tables())) {
            return known.stream().filter(table -> rows.count(table) == 0).toList();
        }
    }

    private boolean isConcerned(CopyTable table, List<CopyTable> emptied) {
        return emptied.contains(table)
                || table.references().stream().anyMatch(reference -> emptied.contains(plan.parent(reference)));
    }
}
