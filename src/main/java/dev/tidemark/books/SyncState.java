package dev.tidemark.books;

import dev.tidemark.orm.KeyFingerprint;
import java.time.LocalDateTime;

/**
 * How far a table is level with the source.
 *
 * @param tableName the table of the warehouse
 * @param watermark UTC, by the source's clock: where the next incremental starts to read; null before a full load
 * @param snapshotAt UTC, by the source's clock: the state that the table shows; null before a full load
 * @param rows the number of its rows
 * @param keyHashes the sum of their keys' hashes: with the rows, the fingerprint of what the run left
 * @param runId the run that set this
 */
public record SyncState(
        String tableName, LocalDateTime watermark, LocalDateTime snapshotAt, long rows, long keyHashes, Long runId) {

    /** The same with another watermark. */
    public SyncState withWatermark(LocalDateTime other) {
        return new SyncState(tableName, other, snapshotAt, rows, keyHashes, runId);
    }

    /** The fingerprint of the table's keys when the run ended. */
    public KeyFingerprint fingerprint() {
        return new KeyFingerprint(rows, keyHashes);
    }
}
