package dev.tidemark.star.change;

import static dev.tidemark.run.state.RangeRecordTable.SYNC_RANGE;

import dev.tidemark.run.state.RangeRecord;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.star.rows.Page;
import dev.tidemark.star.rows.TableWriter;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.RowMerge;
import dev.tidemark.target.TargetSession;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Compares the ranges of a table in the source and in the ledger, and notes those that differ. */
final class RangeComparison implements RowMerge.Visitor<RangeRecord> {
    private final TableWriter<RangeRecord> writer;
    private final long tableId;
    private final long width;
    private final boolean writes;
    private final List<Long> differingContent = new ArrayList<>();
    private final List<Long> differingKeys = new ArrayList<>();
    private KeySpans content = KeySpans.NONE;
    private KeySpans keys = KeySpans.NONE;
    private long rows;
    private String lastUpdate;

    /**
     * A comparison of one table.
     *
     * @param tableId the number of the table in the ledger
     * @param width the number of key values in a range
     * @param writes whether to update the ledger
     */
    RangeComparison(TargetSession target, long tableId, long width, boolean writes) {
        this.writer = new TableWriter<>(target, SYNC_RANGE);
        this.tableId = tableId;
        this.width = width;
        this.writes = writes;
    }

    /** Compares the ranges. May be called once. */
    TableChanges of(Iterator<RangeFingerprint> ranges) {
        KeySpans ofTable = KeySpans.ofKeys(List.of(tableId).iterator());
        Page.cut(ofTable, ranges, (last, range) -> Key.of(tableId, range.firstKey()), this::noted, this::compare);
        return new TableChanges(content, keys, rows, lastUpdate);
    }

    private Optional<RangeRecord> noted(RangeFingerprint range) {
        rows += range.rows();
        lastUpdate = RangeFingerprint.later(lastUpdate, range.lastUpdate());
        return Optional.of(RangeRecord.of(tableId, range));
    }

    private void compare(Page<RangeRecord> page) {
        if (writes) {
            writer.level(page, this);
        } else {
            writer.compare(page, this);
        }
        content = content.union(spans(differingContent));
        keys = keys.union(spans(differingKeys));
        differingContent.clear();
        differingKeys.clear();
    }

    private KeySpans spans(List<Long> firsts) {
        return KeySpans.of(firsts.stream()
                .sorted(Comparator.naturalOrder())
                .map(first -> new KeySpans.Span(first, first + (width - 1)))
                .iterator());
    }

    @Override
    public void missing(RangeRecord range) {
        differs(range.firstKey(), true);
    }

    @Override
    public void extra(RangeRecord range) {
        differs(range.firstKey(), true);
    }

    @Override
    public void both(RangeRecord is, RangeRecord was) {
        if (!is.equals(was)) {
            differs(is.firstKey(), is.rows() != was.rows() || !Objects.equals(is.keyContent(), was.keyContent()));
        }
    }

    @Override
    public void duplicate(RangeRecord range) {
        throw new IllegalStateException("The ledger has a range twice: " + range);
    }

    private void differs(long first, boolean hasOtherKeys) {
        differingContent.add(first);
        if (hasOtherKeys) {
            differingKeys.add(first);
        }
    }
}
