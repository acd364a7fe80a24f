package dev.tidemark.copy;

/** The kinds of targets that tests run against. */
public enum CopyTargetKind {
    POSTGRESQL,
    MYSQL;

    /** A new, empty database of this kind, on a server that lives as long as the tests. */
    public TargetDatabase create() {
        return this == POSTGRESQL ? new PostgresDatabase() : new MysqlDatabase();
    }
}
