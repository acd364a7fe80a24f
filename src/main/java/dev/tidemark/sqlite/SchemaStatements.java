package dev.tidemark.sqlite;

/**
 * Statements about tables and indexes, whose names and texts are no parameters in SQL. MyBatis could put them in place
 * itself, but then starts its expression language, which wants Java's desktop module and much reflection.
 */
public final class SchemaStatements {
    private SchemaStatements() {}

    /** Drops the table of this name. */
    public static String drop(String table) {
        return "DROP TABLE \"" + table.replace("\"", "\"\"") + "\"";
    }

    /** The statement that SQLite keeps of a table, an index or a trigger creates it. */
    public static String execute(String statement) {
        return statement;
    }
}
