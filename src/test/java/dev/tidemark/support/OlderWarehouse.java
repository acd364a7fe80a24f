package dev.tidemark.support;

/** Turns a warehouse back into that of an older Tidemark. */
public final class OlderWarehouse {
    private OlderWarehouse() {}

    /**
     * Turns {@code warehouse} back into schema version 3, which kept a watermark and a sum of keys for each table, and no
     * fingerprints.
     */
    public static void turnBack(WarehouseFile warehouse) {
        warehouse.execute(
                "DROP TABLE sync_validation",
                "DROP TABLE sync_range",
                "DROP TABLE sync_source_table",
                "DROP TABLE sync_source",
                "ALTER TABLE sync_state RENAME TO newer",
                """
                CREATE TABLE sync_state (
                  table_name  TEXT PRIMARY KEY,
                  watermark   TEXT,
                  snapshot_at TEXT,
                  rows        INTEGER NOT NULL,
                  key_hashes  INTEGER NOT NULL,
                  run_id      INTEGER REFERENCES sync_run (id)
                ) STRICT, WITHOUT ROWID""",
                "INSERT INTO sync_state SELECT table_name, datetime(snapshot_at, '-60 seconds'), snapshot_at, rows, 4711,"
                        + " run_id FROM newer",
                "DROP TABLE newer",
                "DELETE FROM flyway_schema_history WHERE version >= '4'");
    }
}
