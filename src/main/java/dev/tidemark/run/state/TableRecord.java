package dev.tidemark.run.state;

import dev.tidemark.source.TableMark;
import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.time.LocalDateTime;

/**
 * A table of the source whose fingerprints are kept.
 *
 * @param id the number by which its ranges name it
 * @param tableName its name
 * @param description the columns and ranges of the fingerprints
 * @param rows the number of its rows
 * @param lastUpdate the most recent time of change in its rows, as the source writes it; null for none
 * @param snapshotAt when the fingerprints were taken, UTC by the source's clock
 * @param createdAt when the table was created, by its mark; null without a reliable mark
 * @param updatedAt when the table was last touched, by its mark; null without a reliable mark
 */
@Serdeable
public record TableRecord(
        long id,
        String tableName,
        String description,
        long rows,
        String lastUpdate,
        LocalDateTime snapshotAt,
        LocalDateTime createdAt,
        LocalDateTime updatedAt)
        implements Serializable {
    /**
     * Whether the mark {@code now} proves that nobody touched the table since its fingerprints were taken. The server
     * sets the time a moment before a commit becomes visible, so a time just before the snapshot proves nothing.
     */
    public boolean isUntouched(TableMark now) {
        return now.createdAt().equals(createdAt)
                && now.updatedAt().equals(updatedAt)
                && !updatedAt.isAfter(snapshotAt.minus(Ledger.AGE_OF_TRUST));
    }

    /** The same with {@code mark}. */
    public TableRecord withMark(TableMark mark) {
        return new TableRecord(
                id, tableName, description, rows, lastUpdate, snapshotAt, mark.createdAt(), mark.updatedAt());
    }

    /** The same with an empty description, which no fingerprints match. */
    TableRecord forgotten() {
        return new TableRecord(id, tableName, "", rows, lastUpdate, snapshotAt, null, null);
    }

    /** The same without a mark. */
    TableRecord withoutMark() {
        return new TableRecord(id, tableName, description, rows, lastUpdate, snapshotAt, null, null);
    }
}
