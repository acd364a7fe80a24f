package dev.tidemark.mysql;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The server that a snapshot was taken of.
 *
 * @param version such as {@code 9.7.0} or {@code 11.4.5-MariaDB}
 * @param schema the schema that is read
 * @param identity what tells it from any other server
 * @param startedAt when it was started, UTC by its own clock, to about a second
 * @param alterations how many times it has altered or renamed a table since then
 */
public record SourceServer(
        String version, String schema, String identity, LocalDateTime startedAt, long alterations) {
    /** The server as its answers describe it. */
    static SourceServer of(
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
    public boolean isMariaDb() {
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
