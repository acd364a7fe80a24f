package dev.tidemark.database;

/**
 * Statements about indexes, whose names and texts are no parameters in SQL. MyBatis could put them in place itself, but
 * then starts its expression language, which wants Java's desktop module and much reflection.
 */
public final class IndexStatements {
    private IndexStatements() {}

    /** Drops the index of this name. */
    public static String drop(String name) {
        return "DROP INDEX \"" + name.replace("\"", "\"\"") + "\"";
    }

    /** Creates an index by the statement that SQLite keeps of it. */
    public static String create(String text) {
        return text;
    }
}
