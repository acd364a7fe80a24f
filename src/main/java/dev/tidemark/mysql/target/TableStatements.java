package dev.tidemark.mysql.target;

import static java.util.stream.Collectors.joining;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.TypedText;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The text of statements about one table, the values that they bind, and the values that they read. */
final class TableStatements {
    private final CopyTable table;
    private final String name;
    private final List<Integer> key;
    private final List<Integer> written;
    private final List<Integer> changing;

    TableStatements(CopyTable table) {
        this.table = table;
        this.name = MysqlNames.quoted(table.target());
        this.key = table.identity();
        this.written = without(table.assigned().isPresent() ? key : List.of());
        this.changing = without(key);
    }

    /** The table. */
    CopyTable table() {
        return table;
    }

    /** The positions of the columns that identify a row of the target. */
    List<Integer> key() {
        return key;
    }

    /** The positions of the columns that a new row brings: all but the one that the target gives. */
    List<Integer> written() {
        return written;
    }

    /** The positions of the columns that an update sets: all but the key. */
    List<Integer> changing() {
        return changing;
    }

    /** The beginning of a query for these columns. */
    String select(List<Integer> positions) {
        return "SELECT " + positions.stream().map(position -> read("", position)).collect(joining(", ")) + " FROM "
                + name;
    }

    /** The condition that these columns are as one of {@code count} lists of values. */
    String among(List<Integer> positions, int count) {
        return among("", positions, count);
    }

    /** The condition that the columns of a key that was assigned are at least as large as a parameter. */
    String atLeast() {
        return " WHERE " + column(key.getFirst()) + " >= ?";
    }

    /** The insert of {@code count} rows with the columns of {@link #written}. */
    String insert(int count) {
        String row = "(" + "?, ".repeat(written.size() - 1) + "?)";
        return "INSERT INTO " + name + " (" + columns(written) + ") VALUES " + row + (", " + row).repeat(count - 1);
    }

    /** The update of these columns of a row, by its key. */
    String update(List<Integer> positions) {
        return "UPDATE " + name + " SET " + equations("", positions, ", ") + " WHERE " + equations("", key, " AND ");
    }

    /** Whether rows are found by a number, which the server compares in the same way wherever it comes from. */
    boolean hasNumericKey() {
        return table.columns(key).stream().allMatch(column -> column.type() instanceof ColumnType.Whole);
    }

    /** The update of these columns of {@code count} rows, each with the values that {@link #update} takes. */
    String updateSeveral(List<Integer> positions, int count) {
        List<Integer> all = Stream.concat(positions.stream(), key.stream()).toList();
        String first = all.stream().map(position -> "? AS c" + position).collect(joining(", "));
        String row = " UNION ALL SELECT ?" + ", ?".repeat(all.size() - 1);
        return "UPDATE " + name + " t JOIN (SELECT " + first + row.repeat(count - 1) + ") v ON "
                + key.stream().map(position -> "t." + column(position) + " = v.c" + position).collect(joining(" AND "))
                + " SET "
                + positions.stream().map(position -> "t." + column(position) + " = v.c" + position).collect(joining(", "));
    }

    /** The delete of {@code count} rows by their keys. */
    String delete(int count) {
        return "DELETE FROM " + name + among(key, count);
    }

    /** The query whether there is a row. */
    String any() {
        return "SELECT 1 FROM " + name + " LIMIT 1";
    }

    /** The query for the number of rows. */
    String count() {
        return "SELECT count(*) FROM " + name;
    }

    /** The query for the sum of a column. */
    String sum(int position) {
        return "SELECT sum(" + column(position) + ") FROM " + name;
    }

    /** The query for the largest number in the numbered column. */
    String largestNumber() {
        return "SELECT max(" + MysqlNames.quoted(table.numbered()) + ") FROM " + name;
    }

    /** The query for the keys of rows whose reference leads to one of {@code count} keys of {@code parent}. */
    String referring(CopyReference reference, TableStatements parent, int count) {
        return "SELECT " + key.stream().map(position -> read("c.", position)).collect(joining(", ")) + " FROM " + name
                + " c JOIN " + parent.name + " p ON " + joined(reference, parent)
                + parent.among("p.", parent.key, count);
    }

    /** The query for the number of rows whose reference leads to no row of {@code parent}. */
    String orphans(CopyReference reference, TableStatements parent) {
        return "SELECT count(*) FROM " + name + " c WHERE "
                + reference.columns().stream()
                        .map(position -> "c." + column(position) + " IS NOT NULL")
                        .collect(joining(" AND "))
                + " AND NOT EXISTS (SELECT 1 FROM " + parent.name + " p WHERE " + joined(reference, parent) + ")";
    }

    /** Statements that need every privilege on the table; the server is only asked to explain them. */
    List<String> probes() {
        String copied = columns(written);
        return List.of(
                "EXPLAIN SELECT " + columns(all()) + " FROM " + name,
                "EXPLAIN INSERT INTO " + name + " (" + copied + ") SELECT " + copied + " FROM " + name + " WHERE 1 = 0",
                "EXPLAIN UPDATE " + name + " SET "
                        + all().stream().map(each -> column(each) + " = " + column(each)).collect(joining(", "))
                        + " WHERE 1 = 0",
                "EXPLAIN DELETE FROM " + name + " WHERE 1 = 0");
    }

    /** The values of a row at these positions, as they are bound. */
    List<Object> bound(Object[] row, List<Integer> positions) {
        List<Object> values = new ArrayList<>(positions.size());
        positions.forEach(position -> values.add(bound(row[position])));
        return values;
    }

    /** Several lists of values as they are bound, one after the other. */
    static List<Object> bound(Collection<List<Object>> lists) {
        List<Object> values = new ArrayList<>();
        lists.forEach(list -> list.forEach(value -> values.add(bound(value))));
        return values;
    }

    /** The typed values that were read at these positions, in a row that is null elsewhere. */
    Object[] typed(Object[] bytes, List<Integer> positions) {
        Object[] row = new Object[table.columns().size()];
        for (int index = 0; index < positions.size(); index++) {
            int position = positions.get(index);
            row[position] = typed(table.columns().get(position).type(), (byte[]) bytes[index]);
        }
        return row;
    }

    /** All positions. */
    List<Integer> all() {
        return without(List.of());
    }

    /** The values of a row at these positions. */
    static List<Object> values(Object[] row, List<Integer> positions) {
        List<Object> values = new ArrayList<>(positions.size());
        positions.forEach(position -> values.add(row[position]));
        return Collections.unmodifiableList(values);
    }

    private static Object bound(Object typed) {
        return switch (typed) {
            case null -> null;
            case Boolean truth -> truth ? 1L : 0L;
            case LocalDateTime moment -> TypedText.of(moment);
            case LocalTime time -> TypedText.of(time);
            case LocalDate day -> day.toString();
            default -> typed;
        };
    }

    private static Object typed(ColumnType type, byte[] bytes) {
        return bytes == null || type instanceof ColumnType.Bytes
                ? bytes
                : TypedText.parse(type, new String(bytes, StandardCharsets.UTF_8));
    }

    private List<Integer> without(List<Integer> left) {
        return IntStream.range(0, table.columns().size()).boxed().filter(each -> !left.contains(each)).toList();
    }

    private String column(int position) {
        return MysqlNames.quoted(table.columns().get(position).target());
    }

    private String columns(List<Integer> positions) {
        return positions.stream().map(this::column).collect(joining(", "));
    }

    private String equations(String alias, List<Integer> positions, String between) {
        return positions.stream().map(position -> alias + column(position) + " = ?").collect(joining(between));
    }

    // MySQL writes a FLOAT with six digits, and one that became a DOUBLE with all.
    private String read(String alias, int position) {
        boolean single = table.columns().get(position).type() instanceof ColumnType.Floating floating
                && floating.single();
        return alias + column(position) + (single ? " + 0e0" : "");
    }

    private String among(String alias, List<Integer> positions, int count) {
        // MySQL compares a single list of values as text, which finds no TIME. It does not do so with several lists.
        if (count == 1) {
            return " WHERE " + equations(alias, positions, " AND ");
        }
        String columns = positions.stream().map(position -> alias + column(position)).collect(joining(", "));
        boolean single = positions.size() == 1;
        String key = single ? "?" : "(" + "?, ".repeat(positions.size() - 1) + "?)";
        return " WHERE " + (single ? columns : "(" + columns + ")") + " IN (" + (key + ", ").repeat(count - 1) + key
                + ")";
    }

    private String joined(CopyReference reference, TableStatements parent) {
        return IntStream.range(0, reference.columns().size())
                .mapToObj(index -> "p." + parent.column(reference.parentColumns().get(index)) + " = c."
                        + column(reference.columns().get(index)))
                .collect(joining(" AND "));
    }
}
