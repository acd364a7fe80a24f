package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.target.CopyTransaction.FoundRow;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.TypedText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/**
 * Finds, changes and counts rows that are in the target. Keys are sent as arrays of text, one for each column.
 *
 * @param session the connection
 * @param batchSize how many keys a statement takes
 */
record TargetRows(PostgresSession session, int batchSize) {
    /** Sets columns of the rows with these keys to NULL. */
    void detach(TargetTable target, List<Integer> positions, List<List<Object>> targetKeys) {
        String emptied = positions.stream()
                .map(position -> target.column(position) + " = NULL")
                .collect(Collectors.joining(", "));
        change("UPDATE " + target.name() + " t SET " + emptied + " FROM ", target, targetKeys);
    }

    /** Deletes the rows with these keys, and returns their number. */
    long delete(TargetTable target, List<List<Object>> targetKeys) {
        return change("DELETE FROM " + target.name() + " t USING ", target, targetKeys);
    }

    // Runs a statement that ends with the keys of the rows t that it changes, and returns the number of these rows.
    private long change(String beginning, TargetTable target, List<List<Object>> targetKeys) {
        int columns = target.identity().size();
        String statement = beginning + TargetTable.keys(columns) + " WHERE " + sameKeys("t", target);
        return inBatches(targetKeys, keys -> List.of(session.execute(statement, TargetTable.arrays(columns, keys))))
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The keys of the rows of {@code child} that refer to a row of {@code parent} with one of these keys. */
    List<List<Object>> referring(
            TargetTable child, CopyReference reference, TargetTable parent, List<List<Object>> parentKeys) {
        int columns = parent.identity().size();
        String query = "SELECT " + texts(child, child.identity()) + " FROM " + TargetTable.keys(columns) + " JOIN "
                + parent.name() + " p ON " + sameKeys("p", parent) + " JOIN " + child.name() + " t ON "
                + pairs(child, reference, parent);
        return inBatches(parentKeys, keys -> session.rows(query, TargetTable.arrays(columns, keys)).stream()
                .map(row -> List.of(typed(child, child.identity(), row)))
                .toList());
    }

    /** The rows with these keys. */
    List<FoundRow> find(TargetTable target, List<List<Object>> targetKeys) {
        int columns = target.identity().size();
        String query = "SELECT " + texts(target, target.positions()) + " FROM " + target.name() + " t JOIN "
                + TargetTable.keys(columns) + " ON " + sameKeys("t", target);
        return inBatches(targetKeys, keys -> session.rows(query, TargetTable.arrays(columns, keys)).stream()
                .map(row -> found(target, row))
                .toList());
    }

    private static FoundRow found(TargetTable target, Object[] row) {
        Object[] values = typed(target, target.positions(), row);
        return new FoundRow(target.identity().stream().map(position -> values[position]).toList(), values);
    }

    /** The number of all rows. */
    long count(TargetTable target) {
        return session.number("SELECT count(*) FROM " + target.name());
    }

    /** The sum of a column, without values that are no numbers; SQLite has none of these. */
    BigDecimal sum(TargetTable target, int position) {
        String column = "t." + target.column(position);
        return new BigDecimal(session.text("SELECT coalesce(sum(" + column + "::numeric) FILTER (WHERE " + column
                + "::text NOT IN ('NaN', 'Infinity', '-Infinity')), 0) FROM " + target.name() + " t"));
    }

    /** The number of rows of {@code child} whose reference leads to no row of {@code parent}. */
    long orphans(TargetTable child, CopyReference reference, TargetTable parent) {
        String present = reference.columns().stream()
                .map(position -> "t." + child.column(position) + " IS NOT NULL")
                .collect(Collectors.joining(" AND "));
        return session.number("SELECT count(*) FROM " + child.name() + " t WHERE " + present
                + " AND NOT EXISTS (SELECT 1 FROM " + parent.name() + " p WHERE " + pairs(child, reference, parent)
                + ")");
    }

    private <R> List<R> inBatches(List<List<Object>> keys, Function<List<List<Object>>, List<R>> action) {
        return keys.stream()
                .gather(Gatherers.windowFixed(batchSize))
                .flatMap(part -> action.apply(part).stream())
                .toList();
    }

    // Texts are the same only byte by byte: a collation may take the key of another row for this one.
    private static String sameKeys(String alias, TargetTable target) {
        List<String> conditions = new ArrayList<>();
        for (int index = 0; index < target.identity().size(); index++) {
            int position = target.identity().get(index);
            String column = alias + "." + target.column(position);
            conditions.add(column + " = " + target.value("k.k" + index, position));
            if (target.type(position) instanceof ColumnType.Text text && !text.padded()) {
                conditions.add(column + "::text = k.k" + index + " COLLATE \"C\"");
            }
        }
        return String.join(" AND ", conditions);
    }

    private static String pairs(TargetTable child, CopyReference reference, TargetTable parent) {
        List<String> conditions = new ArrayList<>();
        for (int position : reference.columns()) {
            conditions.add("t." + child.column(position) + " = p."
                    + parent.column(reference.parentColumns().get(conditions.size())));
        }
        return String.join(" AND ", conditions);
    }

    private static String texts(TargetTable target, List<Integer> positions) {
        return positions.stream()
                .map(position -> PostgresTypes.text(target.type(position), "t." + target.column(position)))
                .collect(Collectors.joining(", "));
    }

    private static Object[] typed(TargetTable target, List<Integer> positions, Object[] row) {
        Object[] typed = new Object[positions.size()];
        for (int index = 0; index < typed.length; index++) {
            typed[index] = TypedText.parse(target.type(positions.get(index)), (String) row[index]);
        }
        return typed;
    }
}
