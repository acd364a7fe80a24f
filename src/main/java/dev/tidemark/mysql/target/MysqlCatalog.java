package dev.tidemark.mysql.target;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the tables of the schema from the server's catalogue, in three queries. */
final class MysqlCatalog {
    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.column_type, c.is_nullable, c.extra, c.column_default
            FROM information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = database() AND t.table_type = 'BASE TABLE'
            ORDER BY c.table_name, c.ordinal_position""";
    private static final String KEYS = """
            SELECT table_name, index_name, non_unique, column_name, sub_part, index_type
            FROM information_schema.statistics WHERE table_schema = database()
            ORDER BY table_name, index_name, seq_in_index""";
    private static final String REFERENCES = """
            SELECT table_name, constraint_name, column_name, referenced_table_name, referenced_column_name
            FROM information_schema.key_column_usage
            WHERE table_schema = database() AND referenced_table_schema = database()
            ORDER BY table_name, constraint_name, ordinal_position""";

    private MysqlCatalog() {}

    /** The base tables of the session's schema, by name. */
    static List<TableShape> tables(TargetSession session) {
        Map<String, List<ColumnShape>> columns = new TreeMap<>();
        session.texts(COLUMNS).forEach(row ->
                columns.computeIfAbsent(row[0], name -> new ArrayList<>()).add(column(row)));
        Map<String, Map<String, List<String[]>>> keys = grouped(session.texts(KEYS));
        Map<String, Map<String, List<String[]>>> references = grouped(session.texts(REFERENCES));
        return columns.entrySet().stream()
                .map(table -> table(
                        table.getKey(),
                        table.getValue(),
                        keys.getOrDefault(table.getKey(), Map.of()),
                        references.getOrDefault(table.getKey(), Map.of())))
                .toList();
    }

    private static ColumnShape column(String[] row) {
        String extra = row[4].toLowerCase(Locale.ROOT);
        ColumnShape.Origin origin = extra.contains("auto_increment")
                ? ColumnShape.Origin.NUMBERED
                : extra.matches(".*(virtual|stored|persistent)( generated)?.*")
                        ? ColumnShape.Origin.COMPUTED
                        : ColumnShape.Origin.GIVEN;
        // MariaDB writes the default of a column that has none as a word.
        String defaultText = "NULL".equals(row[5]) ? null : row[5];
        return new ColumnShape(row[1], row[2], row[3].equals("NO"), origin, defaultText);
    }

    // By table, then by the name of the key.
    private static Map<String, Map<String, List<String[]>>> grouped(List<String[]> rows) {
        Map<String, Map<String, List<String[]>>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row[0], name -> new LinkedHashMap<>())
                .computeIfAbsent(row[1], name -> new ArrayList<>())
                .add(row));
        return groups;
    }

    private static TableShape table(
            String name,
            List<ColumnShape> columns,
            Map<String, List<String[]>> keys,
            Map<String, List<String[]>> references) {
        List<List<String>> uniques = new ArrayList<>();
        List<List<String>> indexes = new ArrayList<>();
        keys.forEach((key, parts) -> {
            if (!key.equals("PRIMARY") && isPlain(parts)) {
                (parts.getFirst()[2].equals("0") ? uniques : indexes).add(values(parts, 3));
            }
        });
        return new TableShape(
                name,
                columns,
                values(keys.getOrDefault("PRIMARY", List.of()), 3),
                uniques,
                indexes,
                references.values().stream()
                        .map(parts -> new ReferenceShape(values(parts, 2), parts.getFirst()[3], values(parts, 4)))
                        .toList());
    }

    // Not on an expression, not on the beginning of a text, and no full-text index.
    private static boolean isPlain(List<String[]> parts) {
        return parts.stream().allMatch(part ->
                part[3] != null && part[4] == null && Arrays.asList("BTREE", "HASH").contains(part[5]));
    }

    private static List<String> values(List<String[]> rows, int position) {
        return rows.stream().map(row -> row[position]).toList();
    }
}
