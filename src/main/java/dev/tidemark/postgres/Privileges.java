package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a user may not do and has to.
 *
 * @param session the user's connection
 * @param schema the schema of the tables
 */
record Privileges(PostgresSession session, String schema) {
    private static final String TABLES = """
            SELECT p.privilege
            FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p(privilege)
            WHERE NOT has_table_privilege(?, p.privilege)""";

    private static final String STAGING = """
            SELECT CASE WHEN to_regnamespace(?) IS NULL THEN
                       CASE WHEN NOT has_database_privilege(current_database(), 'CREATE') THEN 'database' END
                   WHEN NOT (has_schema_privilege(?, 'USAGE') AND has_schema_privilege(?, 'CREATE')) THEN 'schema' END""";

    /** One sentence for each privilege that is missing for these tables. */
    List<String> missing(List<CopyTable> tables) {
        List<String> missing = new ArrayList<>();
        if (!session.truth("SELECT has_schema_privilege(?, 'USAGE')", schema)) {
            return List.of("The user may not use the schema " + PostgresNames.quoted(schema) + ": GRANT USAGE ON SCHEMA");
        }
        missing.addAll(staging());
        tables.forEach(table -> missing.addAll(missing(new TargetTable(schema, table, Map.of()))));
        return missing;
    }

    private List<String> staging() {
        String name = PostgresNames.STAGING_SCHEMA;
        String lacking = session.text(STAGING, name, name, name);
        if (lacking == null) {
            return List.of();
        }
        return List.of(lacking.equals("database")
                ? "The user may not create the schema " + name + " for staging: GRANT CREATE ON DATABASE, or CREATE"
                        + " SCHEMA " + name + " AUTHORIZATION the user"
                : "The user may not create tables in the schema " + name + ": GRANT USAGE, CREATE ON SCHEMA");
    }

    private List<String> missing(TargetTable target) {
        List<String> missing = new ArrayList<>();
        session.rows(TABLES, target.name()).forEach(row -> missing.add(
                "The user may not " + row[0] + " in " + target.name() + ": GRANT " + row[0] + " ON TABLE"));
        if (target.table().numbered() != null) {
            new NumberedColumn(session, target).sequence().stream()
                    .filter(sequence -> !session.truth(
                            "SELECT has_sequence_privilege(?, 'SELECT') AND has_sequence_privilege(?, 'UPDATE')",
                            sequence, sequence))
                    .forEach(sequence -> missing.add("The user may not move the sequence " + sequence
                            + " on: GRANT SELECT, UPDATE ON SEQUENCE"));
        }
        return missing;
    }
}
