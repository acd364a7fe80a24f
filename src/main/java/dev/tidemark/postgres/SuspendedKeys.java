package dev.tidemark.postgres;

import java.util.ArrayList;
import java.util.List;

/**
 * Foreign keys of empty tables, which a transaction drops before it fills them and adds again before it commits: the
 * server then checks all rows at once, in a tenth of the time that it takes to check each. Nobody else sees the table
 * without them. Those that the user may not add again stay, as do those with a comment, which would be lost.
 */
final class SuspendedKeys {
    private static final String KEYS = """
            SELECT format('ALTER TABLE %I.%I ', n.nspname, c.relname),
                   format('CONSTRAINT %I', k.conname),
                   pg_catalog.pg_get_constraintdef(k.oid)
            FROM pg_catalog.pg_constraint k
            JOIN pg_catalog.pg_class c ON c.oid = k.conrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0 AND k.convalidated AND c.relkind = 'r'
              AND n.nspname = ? AND c.relname = ?
              AND pg_catalog.pg_has_role(c.relowner, 'USAGE')
              AND pg_catalog.has_table_privilege(k.confrelid, 'REFERENCES')
              AND pg_catalog.obj_description(k.oid, 'pg_constraint') IS NULL""";

    private final PostgresSession session;
    private final List<String> additions = new ArrayList<>();

    SuspendedKeys(PostgresSession session) {
        this.session = session;
    }

    /** Drops the foreign keys of {@code table}. The transaction has changed no row yet. */
    void suspend(TargetTable table) {
        for (Object[] key : session.rows(KEYS, table.schema(), table.table().target())) {
            session.execute(key[0] + "DROP " + key[1]);
            additions.add(key[0] + "ADD " + key[1] + " " + key[2]);
        }
    }

    /** Adds them again, which fails if a row breaks one. */
    void restore() {
        if (!additions.isEmpty()) {
            // The server changes no table whose rows wait for other checks.
            session.execute("SET CONSTRAINTS ALL IMMEDIATE");
            additions.forEach(session::execute);
            additions.clear();
        }
    }
}
