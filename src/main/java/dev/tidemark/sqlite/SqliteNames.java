package dev.tidemark.sqlite;

/** Names of tables and columns in SQLite's statements. */
public final class SqliteNames {
    private SqliteNames() {}

    /** The name as an identifier, whatever characters it has. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
