package dev.tidemark.mysql;

import dev.tidemark.source.SourceServer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Describes the server by its variables. */
public final class ServerFacts {
    /** The query for the variables that tell a server from others, and its version; it may lack some of them. */
    public static final String VARIABLES =
            "SHOW GLOBAL VARIABLES WHERE Variable_name IN ('server_uuid', 'server_uid', 'hostname', 'port', 'version')";

    private ServerFacts() {}

    /**
     * The server that these variables describe.
     *
     * @param variables its version, and the variables that identify it
     * @param history its uptime, and how many tables it altered and renamed in that time
     * @param clock its clock, UTC
     */
    static SourceServer server(
            List<ServerVariable> variables, List<ServerVariable> history, String schema, LocalDateTime clock) {
        String version = value(variables, "version");
        return new SourceServer(
                version,
                schema,
                identity(variables),
                clock.minus(Duration.ofSeconds(Long.parseLong(value(history, "Uptime")))),
                Long.parseLong(value(history, "Com_alter_table")) + Long.parseLong(value(history, "Com_rename_table")),
                // MariaDB sets the time of an update to the start of its transaction, which may be long before the
                // commit, and does not change it at a TRUNCATE. Its marks prove nothing.
                !isMariaDb(version));
    }

    /** What tells a server from others; it stays the same when the version changes. */
    public static String identity(List<ServerVariable> variables) {
        return variables.stream()
                .filter(variable -> !variable.name().equals("version"))
                .map(variable -> variable.name() + "=" + variable.value())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** Whether a server of this version is MariaDB, which lacks some of MySQL's functions and has others. */
    public static boolean isMariaDb(String version) {
        return version.contains("MariaDB");
    }

    private static String value(List<ServerVariable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .map(ServerVariable::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server does not tell its " + name));
    }
}
