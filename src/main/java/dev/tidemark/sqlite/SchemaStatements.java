package dev.tidemark.sqlite;

/**
 * Statements about tables and indexes, whose names and texts cannot be parameters in SQL. MyBatis could insert them
 * itself, but only with its expression language, which needs Java's desktop module and much reflection.
 */
public final class SchemaStatements {
    private SchemaStatements() {}

    /** Drops the table of this name. */
    public static String drop(String table) {
        return "DROP TABLE " + SqliteNames.quoted(table);
    }

    /** Returns {@code statement}, as SQLite keeps it for a table, an index or a trigger. */
    public static String execute(String statement) {
        return statement;
    }
}
