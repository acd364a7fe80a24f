package dev.tidemark.copy.load;

import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.CopyTransaction;
import java.util.List;

/**
 * Tables of which the state knows other rows than the target has: others emptied them, init makes them anew, or the
 * configuration names another table or the key has other columns. The keys that the state has are then nobody's, or those
 * of rows of others. Rows that are there are taken over like those of others.
 *
 * @param plan the plan of the copy
 * @param session a transaction of the state
 * @param states the tables as the state knows them there
 */
record ForgottenTables(CopyPlan plan, StateSession session, TableStates states) {
    /** The tables in this transaction. */
    static ForgottenTables in(CopyPlan plan, StateSession session) {
        return new ForgottenTables(plan, session, new TableStates(plan, session.records()));
    }

    /**
     * Forgets the rows of those tables that others emptied, that are other tables now, or whose key is another.
     *
     * @param chosen the tables of this run
     * @param everyRow whether it compares every row of all of them; else it looks at the rows of some tables only
     */
    void forgetOthers(List<CopyTable> chosen, boolean everyRow, CopyTarget target) {
        List<CopyTable> compared = chosen.stream()
                .filter(table -> states.of(table).isPresent() && (everyRow || states.changed(table)))
                .toList();
        if (!compared.isEmpty()) {
            try (CopyTransaction rows = target.snapshot(plan.tables())) {
                forget(compared.stream()
                        .filter(table -> states.isOfOtherRows(table) || rows.count(table) == 0)
                        .filter(table -> session.rows().hasRowsInTarget(states.number(table)))
                        .toList());
            }
        }
    }

    /**
     * Forgets the rows of these tables. They and the tables that refer to them, whose rows get other ids to refer to, are
     * compared row by row until a run completes them.
     */
    void forget(List<CopyTable> tables) {
        tables.forEach(table -> session.rows().forget(states.number(table)));
        session.records().upsert(
                COPY_TABLE,
                plan.tables().stream()
                        .filter(table -> states.of(table).isPresent() && isConcerned(table, tables))
                        .map(states::unconfirmed)
                        .toList());
    }

    private boolean isConcerned(CopyTable table, List<CopyTable> forgotten) {
        return forgotten.contains(table)
                || table.references().stream().anyMatch(reference -> forgotten.contains(plan.parent(reference)));
    }
}
