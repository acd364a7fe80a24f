package dev.tidemark.copy.rows;

import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.copy.value.Transform;
import dev.tidemark.target.TargetSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables as the state knows them, and the numbers of those that it does not know yet. */
public final class TableStates {
    private static final String BY = "by ";
    private static final String UNCONFIRMED = "\nunconfirmed";

    private final CopyPlan plan;
    private final Map<String, TableState> known = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    /** The tables that the state knows in this transaction, beside those of {@code plan}. */
    public TableStates(CopyPlan plan, TargetSession records) {
        this.plan = plan;
        records.rows(COPY_TABLE).forEach(state -> {
            known.put(state.tableName(), state);
            numbers.put(state.tableName(), state.id());
        });
    }

    /** What the state knows of a table; empty before its first load. */
    public Optional<TableState> of(CopyTable table) {
        return Optional.ofNullable(known.get(table.source()));
    }

    /** Whether the state knows none of the tables. */
    public boolean knowNone() {
        return plan.tables().stream().allMatch(table -> of(table).isEmpty());
    }

    /** The number of a table, which is a new one before its first load. */
    public long number(CopyTable table) {
        return numbers.computeIfAbsent(
                table.source(),
                name -> 1 + numbers.values().stream().mapToLong(Long::longValue).max().orElse(0));
    }

    /** Whether rows of the table were carried over, and in another way than {@code table} says. */
    public boolean changed(CopyTable table) {
        return of(table).filter(state -> !state.description().equals(description(table))).isPresent();
    }

    /**
     * Whether the rows that the state knows of the table are those of another table of the target, or are known by a key
     * of more or fewer columns.
     */
    public boolean isOfOtherRows(CopyTable table) {
        return of(table)
                .filter(state -> !target(state).equals(table.target())
                        || keyColumns(state.description()) != keyColumns(description(table)))
                .isPresent();
    }

    // How many positions the key has in a description. A line of a column has a tab.
    private static long keyColumns(String description) {
        return description.lines()
                .filter(line -> line.startsWith(BY) && line.indexOf('\t') < 0)
                .findFirst()
                .map(line -> line.substring(0, line.indexOf(']')).chars().filter(character -> character == ',').count())
                .orElse(0L);
    }

    /** Whether the last run that carried over rows of the table did not complete it. */
    public boolean isUnconfirmed(CopyTable table) {
        return of(table).filter(state -> state.description().endsWith(UNCONFIRMED)).isPresent();
    }

    /**
     * Whether the rows of the table are known to be those of the last run, all of them carried over.
     *
     * @param sourceMark the mark of the source now
     */
    public boolean isUntouched(CopyTable table, Optional<String> sourceMark) {
        return of(table)
                .filter(state -> state.rejected() == 0 && !changed(table))
                .filter(state -> sourceMark.isPresent() && sourceMark.get().equals(state.sourceMark()))
                .isPresent();
    }

    /** The record of a table while a run commits rows of it. The next run compares every row, unless this one completes. */
    public TableState unconfirmed(CopyTable table) {
        String description = description(table) + UNCONFIRMED;
        return of(table)
                .map(state -> new TableState(
                        state.id(),
                        state.tableName(),
                        description,
                        state.rows(),
                        state.mapped(),
                        state.rejected(),
                        state.changedAt(),
                        state.snapshotAt(),
                        state.sourceMark(),
                        state.runId()))
                .orElseGet(() -> TableState.neverLoaded(number(table), table.source(), description));
    }

    /** The name that a table has in the target. */
    public static String target(TableState table) {
        return table.description().split("\n", 2)[0];
    }

    /** How the rows of a table are carried over, and what they refer to. */
    public String description(CopyTable table) {
        StringBuilder text = new StringBuilder(table.target());
        for (CopyColumn column : table.columns()) {
            List<String> transforms = column.transforms().stream().map(Transform::name).toList();
            text.append('\n')
                    .append(String.join("\t", column.source(), column.target(), column.targetType()))
                    .append('\t')
                    .append(String.join(",", transforms));
        }
        text.append('\n').append(BY).append(table.key()).append(table.naturalKey()).append(table.assigned());
        for (CopyReference reference : table.references()) {
            text.append("\nto ")
                    .append(reference.parent())
                    .append(reference.columns())
                    .append(reference.parentColumns())
                    .append(plan.parent(reference).assigned());
        }
        return text.toString();
    }
}
