package dev.tidemark.database;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A connection of the source and what it does.
 *
 * @param connection its number
 * @param user whose it is
 * @param command the kind of what it does; null where the server does not know
 * @param seconds how long it has done so; null or negative where the server does not know
 */
public record SourceProcess(long connection, String user, String command, Long seconds) {
    /** What connections do that run no statement. Events run theirs as "Connect", so this lists what to leave out. */
    private static final Set<String> IDLE_COMMANDS = Set.of("Sleep", "Daemon", "Binlog Dump", "Binlog Dump GTID");

    /** The server's own threads; those of replication count as long as they have nothing to do. */
    private static final String SERVER_ITSELF = "system user";

    /** Whether it runs a statement of a client or an event. */
    boolean runsStatement() {
        return (command == null || !IDLE_COMMANDS.contains(command)) && !SERVER_ITSELF.equals(user);
    }

    /** How long it has done what it does, to the second. */
    Duration age() {
        return Duration.ofSeconds(Optional.ofNullable(seconds).map(known -> Math.max(0, known)).orElse(0L));
    }
}
