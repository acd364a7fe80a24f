package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A backup of a source: the definitions of its tables, and their rows in tables beside them. Restoring it ignores
 * foreign keys, and sets contents and timestamps back.
 *
 * @param definitions the statement that creates each table
 */
record SourceCopy(Map<SourceTables, String> definitions) {
    static final String UNCHECKED =
            "SET FOREIGN_KEY_CHECKS = 0, sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO'";
    static final String CHECKED = "SET FOREIGN_KEY_CHECKS = 1, sql_mode = 'STRICT_ALL_TABLES,ALLOW_INVALID_DATES'";

    /** How a table is restored. */
    enum Way {
        /** Its rows are deleted and inserted again. */
        DELETE,
        /** It is truncated and filled again. */
        TRUNCATE,
        /** It is dropped, created again and filled. */
        RECREATE,
        /** A copy without foreign keys of its own takes its place. */
        RENAME,
        /** The same, but both have existed side by side. */
        SWAP
    }

    /** Copies all tables as they are. */
    static SourceCopy of(SakilaSchema source) {
        Map<SourceTables, String> definitions = new EnumMap<>(SourceTables.class);
        List<String> copies = new ArrayList<>();
        for (SourceTables table : SourceTables.values()) {
            String created = source.rows("SHOW CREATE TABLE " + table.table()).getFirst();
            definitions.put(table, created.substring(created.indexOf('|') + 1));
            copies.add("DROP TABLE IF EXISTS kept_%1$s; CREATE TABLE kept_%1$s LIKE %1$s;".formatted(table.table())
                    + " INSERT INTO kept_%1$s SELECT * FROM %1$s".formatted(table.table()));
        }
        source.execute(Stream.concat(Stream.of(UNCHECKED), copies.stream()).toArray(String[]::new));
        return new SourceCopy(definitions);
    }

    /** The statements that restore these tables, for one session that no other one blocks. */
    List<String> restoring(Way way, Collection<SourceTables> tables) {
        List<String> statements = new ArrayList<>(List.of(UNCHECKED));
        if (way == Way.RECREATE) {
            // Drops all tables first: a table cannot be created if the foreign key of an existing one does not fit it.
            tables.forEach(table -> statements.add("DROP TABLE " + table.table()));
        }
        tables.forEach(table -> statements.addAll(restoring(way, table)));
        statements.add(CHECKED);
        return statements;
    }

    /** The statements that insert the missing rows of {@code table} again. */
    static List<String> puttingBack(SourceTables table) {
        return List.of(UNCHECKED, "INSERT IGNORE INTO %1$s SELECT * FROM kept_%1$s".formatted(table.table()), CHECKED);
    }

    /**
     * The statements that drop a table and create it again with the same rows, after {@code change} has changed them.
     *
     * @param change a statement on the table {@code recreated}, which holds the rows meanwhile; may do nothing
     */
    List<String> recreating(SourceTables table, String change) {
        String name = table.table();
        return List.of(
                UNCHECKED,
                "CREATE TEMPORARY TABLE recreated AS SELECT * FROM " + name,
                change,
                "DROP TABLE " + name,
                definitions.get(table),
                "INSERT INTO %s SELECT * FROM recreated".formatted(name),
                "DROP TEMPORARY TABLE recreated",
                CHECKED);
    }

    private List<String> restoring(Way way, SourceTables table) {
        String name = table.table();
        String filling = "INSERT INTO %1$s SELECT * FROM kept_%1$s".formatted(name);
        String copying = "CREATE TABLE restored_%1$s LIKE kept_%1$s".formatted(name);
        String fillingCopy = "INSERT INTO restored_%1$s SELECT * FROM kept_%1$s".formatted(name);
        return switch (way) {
            case DELETE -> List.of("DELETE FROM " + name, filling);
            case TRUNCATE -> List.of("TRUNCATE TABLE " + name, filling);
            case RECREATE -> List.of(definitions.get(table), filling);
            case RENAME -> List.of(
                    copying, fillingCopy, "DROP TABLE " + name, "RENAME TABLE restored_%1$s TO %1$s".formatted(name));
            case SWAP -> List.of(
                    copying,
                    fillingCopy,
                    "RENAME TABLE %1$s TO replaced_%1$s, restored_%1$s TO %1$s".formatted(name),
                    "DROP TABLE replaced_" + name);
        };
    }
}
