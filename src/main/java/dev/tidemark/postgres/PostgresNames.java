package dev.tidemark.postgres;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in statements: always quoted, and tables always with their schema. */
final class PostgresNames {
    /** The most bytes of a name; the server cuts longer ones. */
    static final int LONGEST = 63;

    /** The schema of Tidemark's own, in which rows are staged. */
    static final String STAGING_SCHEMA = "tidemark_staging";

    private PostgresNames() {}

    /** A name as it stands in a statement. */
    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** A table with its schema. */
    static String quoted(String schema, String table) {
        return quoted(schema) + "." + quoted(table);
    }

    /** Several names, separated by commas. */
    static String list(Collection<String> names) {
        return names.stream().map(PostgresNames::quoted).collect(Collectors.joining(", "));
    }
}
