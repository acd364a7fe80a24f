package dev.tidemark.mysql;

import dev.tidemark.source.SourceServer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/** Describes the server by its variables. */
final class ServerFacts {
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
        return new SourceServer(
                value(variables, "version"),
                schema,
                variables.stream()
                        .filter(variable -> !variable.name().equals("version"))
                        .map(variable -> variable.name() + "=" + variable.value())
                        .sorted()
                        .collect(Collectors.joining(" ")),
                clock.minus(Duration.ofSeconds(Long.parseLong(value(history, "Uptime")))),
                Long.parseLong(value(history, "Com_alter_table")) + Long.parseLong(value(history, "Com_rename_table")));
    }

    /** Whether it is MariaDB, which lacks some of MySQL's functions and has others. */
    static boolean isMariaDb(SourceServer server) {
        return server.version().contains("MariaDB");
    }

    private static String value(List<ServerVariable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .map(ServerVariable::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The server does not tell its " + name));
    }
}
