package dev.tidemark.postgres;

import static dev.tidemark.postgres.PostgresNames.quoted;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.sql.RuntimeStatement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Examines staged rows by the CHECK constraints of their table, as far as these are about columns that are carried.
 *
 * @param staged the rows
 */
record CheckConstraints(StagedTable staged) {
    private static final String ROW = "the staged row";
    private static final String CONSTRAINTS = """
            SELECT o.conname, pg_get_expr(o.conbin, o.conrelid)
            FROM pg_catalog.pg_constraint o
            WHERE o.contype = 'c' AND o.conrelid = ?::regclass AND cardinality(o.conkey) = (
                SELECT count(*) FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = o.conrelid AND a.attnum = ANY (o.conkey) AND a.attname = ANY (?))
            ORDER BY o.conname COLLATE "C"
            """;

    /** The statements that give the rows that break a constraint a reason. */
    List<RuntimeStatement> marking(PostgresSession session) {
        TargetTable target = staged.target();
        String[] carried =
                target.table().columns().stream().map(CopyColumn::target).toArray(String[]::new);
        return session.rows(CONSTRAINTS, target.name(), carried).stream()
                .map(row -> marking((String) row[0], (String) row[1]))
                .toList();
    }

    // The expression names the table's columns, so it is asked about rows that have just these and one more.
    private RuntimeStatement marking(String name, String expression) {
        TargetTable target = staged.target();
        String columns = target.positions().stream()
                .map(position -> ", " + staged.value(position) + " AS " + target.column(position))
                .collect(Collectors.joining());
        return RuntimeStatement.of(
                "UPDATE " + staged.quotedName() + " SET bad = ?::text WHERE ctid IN (SELECT " + quoted(ROW)
                        + " FROM (SELECT s.ctid AS " + quoted(ROW) + columns + " FROM " + staged.quotedName()
                        + " s WHERE " + StagedTable.GOOD + ") AS " + quoted(target.table().target()) + " WHERE NOT ("
                        + expression + "))",
                "the constraint " + name + " forbids it: " + expression);
    }
}
