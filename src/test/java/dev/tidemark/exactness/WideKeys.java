package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Widens the keys of a source so that they can hold any number, drops its foreign keys, and moves the keys. */
final class WideKeys {
    private WideKeys() {}

    /** Drops all foreign keys. */
    static void dropForeignKeys(SakilaSchema source) {
        source.rows("SELECT table_name, constraint_name FROM information_schema.referential_constraints"
                        + " WHERE constraint_schema = DATABASE()")
                .forEach(row -> source.execute("ALTER TABLE " + row.replace("|", " DROP FOREIGN KEY ")));
    }

    /** Drops all foreign keys and gives all keys, and the columns that refer to them, this type. */
    static void widen(SakilaSchema source, String type) {
        dropForeignKeys(source);
        for (SourceTables table : SourceTables.values()) {
            Stream<String> references = references(table)
                    .map(column -> column.name() + " " + type + (column.nullable() ? " NULL" : " NOT NULL"));
            Stream<String> own = Stream.of(table)
                    .filter(SourceTables::hasOwnKey)
                    .map(keyed -> keyed.table() + "_id " + type + " NOT NULL");
            source.execute("ALTER TABLE " + table.table() + " "
                    + Stream.concat(own, references).collect(Collectors.joining(", MODIFY ", "MODIFY ", "")));
        }
    }

    /** Adds {@code offset} to all keys of all tables, and to references to them; changes no timestamp. */
    static void move(SakilaSchema source, long offset) {
        source.execute(Stream.of(SourceTables.values())
                .map(table -> {
                    List<String> columns = new ArrayList<>(references(table).map(SourceColumn::name).toList());
                    if (table.hasOwnKey()) {
                        columns.addFirst(table.table() + "_id");
                    }
                    return "UPDATE " + table.table() + " SET last_update = last_update, "
                            + columns.stream()
                                    .map(column -> "%1$s = %1$s + %2$d".formatted(column, offset))
                                    .collect(Collectors.joining(", "))
                            // Moves the rows first that are ahead in the direction of the move, to make room for the
                            // others.
                            + columns.stream()
                                    .map(column -> offset > 0 ? column + " DESC" : column)
                                    .collect(Collectors.joining(", ", " ORDER BY ", ""));
                })
                .toArray(String[]::new));
    }

    /** The statements that change one key of a table, and the references to it; they change no timestamp. */
    static List<String> renaming(SourceTables table, String from, String to) {
        List<String> statements = new ArrayList<>(List.of(renaming(table.table(), table.table() + "_id", from, to)));
        for (SourceTables child : SourceTables.values()) {
            references(child)
                    .filter(column -> column.referred().equals(table.table()))
                    .forEach(column -> statements.add(renaming(child.table(), column.name(), from, to)));
        }
        return statements;
    }

    private static String renaming(String table, String column, String from, String to) {
        return "UPDATE %1$s SET %2$s = %4$s, last_update = last_update WHERE %2$s = %3$s"
                .formatted(table, column, from, to);
    }

    private static Stream<SourceColumn> references(SourceTables table) {
        return table.columns().stream().filter(column -> column.kind() == SourceColumn.Kind.REFERENCE);
    }
}
