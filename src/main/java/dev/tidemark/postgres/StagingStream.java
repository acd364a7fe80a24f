package dev.tidemark.postgres;

import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.value.TypedText;
import java.util.List;
import java.util.OptionalInt;

/** Copies rows into a staging table, and notes what saves the server questions about them. */
final class StagingStream {
    private final PostgresSession session;
    private final StagedTable staged;
    private final OptionalInt assigned;
    private final KeyOrder order;
    private CopyStream stream;
    private boolean hasUnknown;
    private long rows;

    StagingStream(PostgresSession session, StagedTable staged) {
        this.session = session;
        this.staged = staged;
        this.assigned = staged.target().table().assigned();
        this.order = new KeyOrder(staged.target().table().targetKey());
    }

    /** Stages rows. */
    void put(List<RowToWrite> rows) {
        copy(() -> rows.forEach(this::stage));
    }

    /** Stages rows of the target that will be deleted, told from others by a source key that is NULL. */
    void vacate(List<List<Object>> targetKeys) {
        copy(() -> targetKeys.forEach(this::stageLeaving));
    }

    /** Whether nothing was staged so far. */
    boolean isEmpty() {
        return stream == null;
    }

    /** The number of rows so far. */
    long rows() {
        return rows;
    }

    /** Whether the keys of the rows ascended, so that no two are the same. */
    boolean isAscending() {
        return order.isAscending();
    }

    /** Whether a row came that is not known to be the origin of one in the target. */
    boolean hasUnknown() {
        return hasUnknown;
    }

    // Any other statement ended the copy.
    private void copy(Runnable rows) {
        if (!session.isCopying(stream)) {
            stream = session.copy(staged.copy());
        }
        session.copying(rows);
    }

    private void stage(RowToWrite row) {
        boolean awaited = assigned.isPresent() && row.targetKey() == null;
        hasUnknown |= !row.known();
        rows++;
        order.add(row.values());
        stream.bytes(row.sourceKey());
        stream.truth(row.known());
        stream.truth(awaited);
        stream.text(null);
        for (int position = 0; position < row.values().length; position++) {
            Object value = row.values()[position];
            if (assigned.isPresent() && position == assigned.getAsInt()) {
                value = awaited ? null : row.targetKey().getFirst();
            }
            stream.text(value == null ? null : TypedText.of(value));
        }
        stream.endRow();
    }

    private void stageLeaving(List<Object> targetKey) {
        stream.text(null);
        stream.truth(true);
        stream.truth(false);
        stream.text("");
        for (int position : staged.target().positions()) {
            int part = staged.target().identity().indexOf(position);
            stream.text(part < 0 ? null : TypedText.of(targetKey.get(part)));
        }
        stream.endRow();
    }
}
