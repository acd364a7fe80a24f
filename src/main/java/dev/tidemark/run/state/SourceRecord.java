package dev.tidemark.run.state;

import dev.tidemark.source.SourceServer;
import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * The source as it was when fingerprints were last taken.
 *
 * @param id always {@link #ID}
 * @param address host, port and schema, as the settings name them
 * @param schemaName the schema that is read
 * @param server identifies the server
 * @param startedAt when the server was started, UTC by its own clock
 * @param alterations how many times the server had altered or renamed a table since its start; tables that swap names
 *     or exchange files keep their marks
 * @param sourceClock the server's clock at the snapshot, UTC
 * @param machineClock this machine's clock then, UTC
 */
@Serdeable
public record SourceRecord(
        long id,
        String address,
        String schemaName,
        String server,
        LocalDateTime startedAt,
        long alterations,
        LocalDateTime sourceClock,
        LocalDateTime machineClock)
        implements Serializable {
    /** The id of the only row. */
    public static final long ID = 1;

    /** A server reports its uptime in whole seconds, a moment after its clock. */
    private static final Duration ROUNDING = Duration.ofSeconds(3);

    /** Half of {@link Ledger#AGE_OF_TRUST}: a clock set back by less cannot make a new mark look like an old one. */
    private static final Duration CLOCK_DRIFT = Ledger.AGE_OF_TRUST.dividedBy(2);

    /** The record of {@code server}, reached by {@code address}, at these moments. */
    public static SourceRecord of(
            SourceServer server, String address, LocalDateTime sourceClock, LocalDateTime machineClock) {
        return new SourceRecord(
                ID,
                address,
                server.schema(),
                server.identity(),
                server.startedAt(),
                server.alterations(),
                sourceClock,
                machineClock);
    }

    /** Whether this is the same schema on the same server, at the same address. */
    public boolean isSameSource(SourceRecord before) {
        return address.equals(before.address)
                && schemaName.equals(before.schemaName)
                && server.equals(before.server);
    }

    /** A note for the user if {@code before} is another source, or the same under another name; else empty. */
    public Optional<String> noteOfAnother(SourceRecord before) {
        return isSameSource(before)
                ? Optional.empty()
                : Optional.of("The source is not the one of the last run: it was %s (%s) and is %s (%s); every table"
                        .formatted(before.address, before.server, address, server)
                        + " was compared.");
    }

    /** Whether the server did not restart since, altered no table, and its clock advanced as this machine's did. */
    public boolean hasContinued(SourceRecord before) {
        Duration bySource = Duration.between(before.sourceClock, sourceClock);
        Duration byMachine = Duration.between(before.machineClock, machineClock);
        return isAtMost(ROUNDING, Duration.between(before.startedAt, startedAt))
                && alterations == before.alterations
                && !bySource.isNegative()
                && isAtMost(CLOCK_DRIFT, bySource.minus(byMachine));
    }

    private static boolean isAtMost(Duration limit, Duration difference) {
        return difference.abs().compareTo(limit) <= 0;
    }
}
