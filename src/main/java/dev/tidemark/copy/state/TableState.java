package dev.tidemark.copy.state;

import java.time.LocalDateTime;

/**
 * How far a table is carried over.
 *
 * @param id the number by which its rows name it
 * @param tableName its name in the source
 * @param description how its rows were carried over; rows that were carried over otherwise cannot be compared
 * @param rows the rows of the source then
 * @param mapped those of them that are in the target
 * @param rejected those of them that were left out
 * @param changedAt the latest time of change, as the source writes it; null for none
 * @param snapshotAt the state of the source that the target shows, UTC by this machine's clock; null before a load
 * @param sourceMark the mark of the source then, see {@link dev.tidemark.copy.source.CopySnapshot#mark}; null if it had
 *     none, or not all rows were compared
 * @param runId the run that set this; null before a load
 */
public record TableState(
        long id,
        String tableName,
        String description,
        long rows,
        long mapped,
        long rejected,
        String changedAt,
        LocalDateTime snapshotAt,
        String sourceMark,
        Long runId) {
    /** A table that no run could carry over so far. */
    public static TableState neverLoaded(long id, String tableName, String description) {
        return new TableState(id, tableName, description, 0, 0, 0, null, null, null, null);
    }
}
