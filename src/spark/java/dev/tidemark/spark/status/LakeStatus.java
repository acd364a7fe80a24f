package dev.tidemark.spark.status;

import dev.tidemark.status.StatusResult;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The state of a lake.
 *
 * @param lake its folder
 * @param fileBytes the bytes of its data files, those of all versions
 * @param source host, port and schema of the source
 * @param sourceTime the source's clock, UTC; null where it cannot be reached
 * @param sourceFailure why the source cannot be reached; else null
 * @param tables the tables of the current version
 * @param versions the versions that stay for readers, the current one first
 */
@Serdeable
public record LakeStatus(
        String lake,
        long fileBytes,
        String source,
        Instant sourceTime,
        String sourceFailure,
        List<StatusResult.Table> tables,
        List<KeptVersion> versions) {
    /**
     * A version.
     *
     * @param version its number
     * @param command the load that made it
     * @param snapshotAt the state of the source that it shows, UTC
     * @param rows the number of rows in all tables
     * @param files the number of files that hold them
     * @param bytes the bytes of these files; other versions may share them
     */
    @Serdeable
    public record KeptVersion(
            long version, String command, Instant snapshotAt, long rows, long files, long bytes) {}
}
