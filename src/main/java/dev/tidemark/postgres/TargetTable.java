package dev.tidemark.postgres;

import static dev.tidemark.postgres.PostgresNames.quoted;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.TypedText;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Parts of statements about a table of the target, which is called t in them.
 *
 * @param schema its schema
 * @param table the table
 * @param collations the collations of columns by their names, where they are not the database's
 */
record TargetTable(String schema, CopyTable table, Map<String, String> collations) {
    /** Its name as it stands in a statement. */
    String name() {
        return quoted(schema, table.target());
    }

    /** A column's name as it stands in a statement. */
    String column(int position) {
        return quoted(table.columns().get(position).target());
    }

    /** The names of these columns, for people. */
    String named(List<Integer> positions) {
        return table.named(positions);
    }

    /** What a column holds. */
    ColumnType type(int position) {
        return table.columns().get(position).type();
    }

    /** The type as which a text of the column is read. */
    String read(int position) {
        return PostgresTypes.read(type(position), table.columns().get(position).targetType());
    }

    /** A text as a value of the column, which compares as the column's values do. */
    String value(String text, int position) {
        String collation = collations.get(table.columns().get(position).target());
        return text + (isText(position) ? "" : "::" + read(position))
                + (collation == null ? "" : " COLLATE " + collation);
    }

    /** Whether a text of the column is read as it is. */
    boolean isText(int position) {
        return read(position).equals("text");
    }

    /** The columns that tell its rows apart: those of the target key, or the one whose values the target gives. */
    List<Integer> identity() {
        return table.identity();
    }

    /** A value of the single column of {@link #identity()} in its text. */
    Object id(String text) {
        return TypedText.parse(type(identity().getFirst()), text);
    }

    /** The keys whose values may move from row to row. */
    List<List<Integer>> movingKeys() {
        return Stream.concat(
                        table.assigned().isPresent() ? Stream.of(table.targetKey()) : Stream.of(),
                        table.uniques().stream())
                .distinct()
                .toList();
    }

    /** Whether the table has rows. */
    boolean isFilled(PostgresSession session) {
        return session.truth("SELECT EXISTS (SELECT 1 FROM " + name() + ")");
    }

    /** All positions. */
    List<Integer> positions() {
        return IntStream.range(0, table.columns().size()).boxed().toList();
    }

    /** The condition that these columns of t have the values that {@code value} names. */
    String equal(List<Integer> positions, IntFunction<String> value) {
        return positions.stream()
                .map(position -> "t." + column(position) + " = " + value.apply(position))
                .collect(Collectors.joining(" AND "));
    }

    /**
     * A list of keys as a table k of a statement, whose columns k0, k1 and so on are text: one array for each.
     * {@link #arrays} has its parameters.
     */
    static String keys(int columns) {
        return "unnest(" + each(columns, "?::text[]") + ") AS k(" + names(columns) + ")";
    }

    /** The arrays of the values of these keys, one for each column. */
    static Object[] arrays(int columns, List<List<Object>> keys) {
        return IntStream.range(0, columns)
                .mapToObj(column -> keys.stream()
                        .map(key -> key.get(column) == null ? null : TypedText.of(key.get(column)))
                        .toArray(String[]::new))
                .toArray();
    }

    private static String each(int columns, String part) {
        return String.join(", ", Collections.nCopies(columns, part));
    }

    private static String names(int columns) {
        return IntStream.range(0, columns).mapToObj(column -> "k" + column).collect(Collectors.joining(", "));
    }
}
