package dev.tidemark.run;

import dev.tidemark.source.TableMark;
import java.time.LocalDateTime;

/**
 * A table of the source whose fingerprints are kept.
 *
 * @param id the number by which its ranges name it
 * @param tableName its name
 * @param description what the fingerprints are of
 * @param rows the number of its rows
 * @param lastUpdate the most recent time of change that a row bears, as the source writes it; null for none
 * @param snapshotAt when the fingerprints were taken, UTC by the source's clock
 * @param createdAt when the server said that the table was created; null where it is not to be trusted
 * @param updatedAt when the server said that it was last touched; null where that is not to be trusted
 */
public record LedgerTable(
        long id,
        String tableName,
        String description,
        long rows,
        String lastUpdate,
        LocalDateTime snapshotAt,
        LocalDateTime createdAt,
        LocalDateTime updatedAt) {
    /**
     * Whether nobody touched the table since its fingerprints were taken, by what the server says now. The server sets
     * the time a moment before a commit can be seen, so that a time just before the snapshot proves nothing.
     */
    public boolean isUntouched(TableMark now) {
        return now.createdAt().equals(createdAt)
                && now.updatedAt().equals(updatedAt)
                && !updatedAt.isAfter(snapshotAt.minus(Ledger.AGE_OF_TRUST));
    }

    /** The same with what the server says. */
    public LedgerTable withMark(TableMark mark) {
        return new LedgerTable(
                id, tableName, description, rows, lastUpdate, snapshotAt, mark.createdAt(), mark.updatedAt());
    }

    /** The same with fingerprints of nothing that is known. */
    LedgerTable forgotten() {
        return new LedgerTable(id, tableName, "", rows, lastUpdate, snapshotAt, null, null);
    }

    /** The same without what the server said. */
    LedgerTable withoutMark() {
        return new LedgerTable(id, tableName, description, rows, lastUpdate, snapshotAt, null, null);
    }
}
