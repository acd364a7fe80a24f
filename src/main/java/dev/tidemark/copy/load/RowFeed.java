package dev.tidemark.copy.load;

import dev.tidemark.concurrent.RowPipe;
import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.rows.RangeMerge;
import dev.tidemark.copy.rows.References;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.rows.SourceRows;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.state.KeyRange;
import dev.tidemark.copy.state.KnownHash;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RangeHash;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.run.Progress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the rows of a table that have to be written, and hands them to its load.
 *
 * @param plan the plan of the copy
 * @param snapshot the source
 * @param before the rows in the state as they were before the run
 * @param progress shows how many rows were read
 */
record RowFeed(CopyPlan plan, CopySnapshot snapshot, RowMap before, Progress progress) {
    private static final int ROWS_TOGETHER = 1_000;

    /**
     * Compares all rows of the source with what the state knows.
     *
     * @param number the table's number in the state
     * @param everyRow whether every row counts as changed
     * @param marker notes the time of each row's change; empty for a table without one
     */
    void compare(CopyTable table, long number, boolean everyRow, Optional<ChangeMarker> marker, TableLoad load) {
        begin(table);
        if (everyRow) {
            load.forgetRanges();
        }
        RowTyping typing = typing(table);
        Consumer<Object[]> seeing = marker.<Consumer<Object[]>>map(times -> times::see).orElse(row -> {});
        feed(load, batches -> {
            Comparison comparison = new Comparison(typing, seeing, batches);
            RangeMerge merge = new RangeMerge(typing, everyRow, new KnownBefore(number, before), comparison);
            SourceRows.readAhead(snapshot, table, merge::walk);
            comparison.end();
        });
    }

    /** Compares the rows that changed at this time or later, as the source tells. Finds no row that is gone. */
    void compareSince(CopyTable table, long number, Object since, ChangeMarker marker, TableLoad load) {
        begin(table);
        load.forgetRanges();
        RowTyping typing = typing(table);
        feed(load, batches -> SourceRows.readSince(snapshot, table, since, rows -> {
            rows.forEach(marker::see);
            batches.accept(recent(number, typing, rows));
        }));
    }

    /** Takes the rows of the source that wait in {@code map}, the state's rows within the load's unit. */
    void takeUnfinished(CopyTable table, long number, RowMap map, TableLoad load) {
        RowTyping typing = typing(table);
        SourceRows.read(snapshot, table, rows -> {
            Deque<MappedRow> page = new ArrayDeque<>(map.unsettled(number, RowStatus.UNFINISHED, null, ROWS_TOGETHER));
            List<Candidate> candidates = new ArrayList<>();
            while (rows.hasNext() && !page.isEmpty()) {
                Object[] row = rows.next();
                byte[] key = typing.key(row);
                if (Arrays.equals(key, page.peek().sourceKey())) {
                    candidates.add(typing.candidate(key, typing.hash(row), true, row));
                    page.poll();
                }
                if (page.isEmpty()) {
                    load.write(candidates);
                    candidates.clear();
                    page.addAll(map.unsettled(number, RowStatus.UNFINISHED, key, ROWS_TOGETHER));
                }
            }
        });
    }

    private void begin(CopyTable table) {
        progress.work(table.source());
        progress.await();
        if (progress.isShown()) {
            progress.expect(snapshot.count(table.source()));
        }
    }

    private void feed(TableLoad load, Consumer<Consumer<Batch>> reader) {
        RowPipe.<Batch>run(
                RowPipe.USUAL_WAITING,
                reader,
                batch -> {
                    load.take(batch);
                    progress.rows(batch.rows());
                },
                () -> {});
        load.writeWaiting();
    }

    private Batch recent(long number, RowTyping typing, List<Object[]> rows) {
        List<byte[]> keys = rows.stream().map(typing::key).toList();
        Map<ByteBuffer, MappedRow> known = before.rows(number, keys).stream()
                .collect(Collectors.toMap(row -> ByteBuffer.wrap(row.sourceKey()), Function.identity()));
        List<Candidate> candidates = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            byte[] hash = typing.hash(rows.get(index));
            MappedRow old = known.get(ByteBuffer.wrap(keys.get(index)));
            if (old == null || !Arrays.equals(hash, old.hash())) {
                candidates.add(typing.candidate(keys.get(index), hash, old != null, rows.get(index)));
            }
        }
        return new Batch(rows.size(), candidates, List.of(), 0, List.of());
    }

    private record KnownBefore(long number, RowMap before) implements RangeMerge.Known {
        @Override
        public void ranges(Consumer<Iterator<RangeHash>> reader) {
            before.ranges(number, reader);
        }

        @Override
        public void hashes(KeyRange range, Consumer<Iterator<KnownHash>> reader) {
            before.hashes(number, range, reader);
        }
    }

    private RowTyping typing(CopyTable table) {
        return new RowTyping(table, References.rewritten(plan, table));
    }
}
