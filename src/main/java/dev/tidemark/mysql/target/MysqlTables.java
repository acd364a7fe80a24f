package dev.tidemark.mysql.target;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes the statements that create tables. */
final class MysqlTables {
    // The doubled quotes of a name are part of it.
    private static final Pattern CREATED = Pattern.compile("^CREATE TABLE (?<name>`(?:[^`]|``)+`) \\(");

    private MysqlTables() {}

    /** The statements for these tables: first all tables, then their foreign keys. */
    static List<String> creating(List<TableShape> tables) {
        return Stream.concat(
                        tables.stream().map(MysqlTables::table),
                        tables.stream().flatMap(MysqlTables::references))
                .toList();
    }

    /** The quoted name of the table that this statement creates; empty for any other statement. */
    static Optional<String> created(String statement) {
        Matcher creation = CREATED.matcher(statement);
        return creation.find() ? Optional.of(creation.group("name")) : Optional.empty();
    }

    // SQLite compares keys byte by byte, and so do these collations, which add no blanks. MariaDB takes the comment with
    // an M for a part of the statement, MySQL the other one.
    private static String table(TableShape table) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(table, column)));
        if (!table.primaryKey().isEmpty()) {
            parts.add("PRIMARY KEY (" + MysqlNames.list(table.primaryKey()) + ")");
        }
        table.uniques().forEach(unique -> parts.add("UNIQUE KEY (" + MysqlNames.list(unique) + ")"));
        table.indexes().forEach(index -> parts.add("KEY (" + MysqlNames.list(index) + ")"));
        return "CREATE TABLE " + MysqlNames.quoted(table.name()) + " (" + String.join(", ", parts)
                + ") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 /*!80017 COLLATE utf8mb4_0900_bin */"
                + " /*M! COLLATE utf8mb4_nopad_bin */";
    }

    private static String column(TableShape table, ColumnShape column) {
        boolean numbered = column.origin() != ColumnShape.Origin.GIVEN
                && column.origin() != ColumnShape.Origin.COMPUTED
                && table.primaryKey().equals(List.of(column.name()));
        return MysqlNames.quoted(column.name()) + " " + column.type() + (column.required() ? " NOT NULL" : " NULL")
                + (numbered ? " AUTO_INCREMENT" : "");
    }

    private static Stream<String> references(TableShape table) {
        return IntStream.range(0, table.references().size()).mapToObj(index -> {
            ReferenceShape reference = table.references().get(index);
            return "ALTER TABLE " + MysqlNames.quoted(table.name())
                    + " ADD CONSTRAINT " + MysqlNames.quoted(nameOf(table.name(), index + 1))
                    + " FOREIGN KEY (" + MysqlNames.list(reference.columns()) + ") REFERENCES "
                    + MysqlNames.quoted(reference.parent()) + " (" + MysqlNames.list(reference.parentColumns()) + ")";
        });
    }

    // Names of foreign keys are unique in the schema, and no longer than other names.
    private static String nameOf(String table, int number) {
        String name = "fk_" + table + "_" + number;
        if (name.length() <= MysqlNames.LONGEST) {
            return name;
        }
        String end = "_" + HexFormat.of().toHexDigits(table.hashCode()) + "_" + number;
        return name.substring(0, MysqlNames.LONGEST - end.length()) + end;
    }
}
