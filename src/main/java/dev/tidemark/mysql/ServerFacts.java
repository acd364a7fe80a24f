package dev.tidemark.mysql;

import dev.tidemark.source.SourceServer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the server's answers on itself. */
final class ServerFacts {
    private ServerFacts() {}

    /**
     * The server as its answers describe it.
     *
     * @param variables its version, and what tells it from other servers
     * @param history for how long it has been up, and what it altered meanwhile
     * @param clock its clock, UTC
     */
    static SourceServer server(
            List<ServerVariable> variables, List<ServerVariable> history, String schema, LocalDateTime clock) {
        String version = value(variables, "version");
        return new SourceServer(
                version,
                schema,
                variables.stream()
                        .filter(variable -> !variable.name().equals("version"))
                        .map(variable -> variable.name() + "=" + variable.value())
                        .sorted()
                        .collect(Collectors.joining(" ")),
                clock.minus(Duration.ofSeconds(Long.parseLong(value(history, "Uptime")))),
                Long.parseLong(value(history, "Com_alter_table")) + Long.parseLong(value(history, "Com_rename_table")),
                // MariaDB sets the time of an update to the start of its transaction, which may be long before it is
                // committed, and leaves it alone when a table is emptied by TRUNCATE: its word proves nothing.
                !isMariaDb(version));
    }

    /** Whether a server of this version is MariaDB, which lacks some of MySQL's functions and has others. */
    static boolean isMariaDb(String version) {
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
