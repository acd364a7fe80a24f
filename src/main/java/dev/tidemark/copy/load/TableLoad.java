package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.rows.References;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.target.TableWriter.Placed;
import dev.tidemark.copy.target.TableWriter.Refused;
import dev.tidemark.copy.target.TableWriter.RowOutcome;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.target.TableWriter.Written;
import dev.tidemark.copy.value.RowKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;

/** Brings the rows of one table into the target within a unit, and notes in the state what becomes of each. */
final class TableLoad {
    /** Rows that wait in memory until all rows that are gone are known. */
    private static final int WAITING = 20_000;

    private static final int ROWS_TOGETHER = 1_000;

    private final CopyTable table;
    private final long number;
    private final TableWriter writer;
    private final References references;
    private final Predicate<CopyReference> isFinal;
    private final RowMap map;
    private final KeptKeys keys;
    private final RowMap before;
    private final boolean knewRows;
    private final boolean removes;
    private final List<Candidate> waiting = new ArrayList<>();
    private final TableCount count;

    /**
     * The load of {@code table}.
     *
     * @param number its number in the state
     * @param isFinal tells references whose parents do not come later in the run
     * @param map the rows in the state, in the unit
     * @param before the rows in the state as they were before the run
     * @param knewRows whether the state knew any of them
     * @param removes whether rows that are gone will be removed from the target
     * @param count counts what is done
     */
    TableLoad(
            CopyTable table,
            long number,
            TableWriter writer,
            References references,
            Predicate<CopyReference> isFinal,
            RowMap map,
            RowMap before,
            boolean knewRows,
            boolean removes,
            TableCount count) {
        this.table = table;
        this.number = number;
        this.writer = writer;
        this.references = references;
        this.isFinal = isFinal;
        this.map = map;
        this.keys = new KeptKeys(table, number, map);
        this.before = before;
        this.knewRows = knewRows;
        this.removes = removes;
        this.count = count;
    }

    /** Forgets the ranges of the table, before a comparison that cuts all of them anew or does not see all rows. */
    void forgetRanges() {
        map.forgetRanges(number);
    }

    /** Takes a batch of a comparison. */
    void take(Batch batch) {
        count.add(batch);
        map.putRanges(number, batch.ranges());
        markGone(batch.gone());
        if (!knewRows) {
            write(batch.candidates());
            return;
        }
        waiting.addAll(batch.candidates());
        if (waiting.size() > WAITING) {
            writeWaiting();
        }
    }

    /** Writes what still waits: rows that were known before new ones, which may take over a key of theirs. */
    void writeWaiting() {
        Map<Boolean, List<Candidate>> byKnown =
                waiting.stream().collect(Collectors.partitioningBy(Candidate::known, Collectors.toList()));
        write(byKnown.get(true));
        write(byKnown.get(false));
        waiting.clear();
    }

    /** Examines what was staged. All rows of the table are there. */
    void check() {
        references.forget();
        settle(writer::check);
    }

    /** Merges what was staged. Returns what was written in all. */
    Written merge() {
        settle(writer::merge);
        return writer.written();
    }

    private void settle(Consumer<Consumer<RowOutcome>> step) {
        List<RowOutcome> some = new ArrayList<>();
        step.accept(outcome -> {
            some.add(outcome);
            if (some.size() == ROWS_TOGETHER) {
                note(some);
                some.clear();
            }
        });
        note(some);
    }

    private void markGone(List<byte[]> keys) {
        List<MappedRow> rows = map.rows(number, keys);
        List<MappedRow> present = rows.stream().filter(MappedRow::present).toList();
        map.put(number, present.stream().map(row -> row.leftOut(RowStatus.GONE, null)).toList());
        map.remove(number, rows.stream().filter(row -> !row.present()).map(MappedRow::sourceKey).toList());
        vacate(present);
    }

    // Rows that will be removed give up their unique values for others.
    private void vacate(List<MappedRow> rows) {
        if (removes && !rows.isEmpty() && (!table.uniques().isEmpty() || table.assigned().isPresent())) {
            writer.vacate(rows.stream().map(row -> RowTyping.targetKey(table, row.keyInTarget())).toList());
        }
    }

    /** Writes rows that differ. */
    void write(List<Candidate> candidates) {
        candidates.stream().gather(Gatherers.windowFixed(ROWS_TOGETHER)).forEach(this::writeSome);
    }

    private void writeSome(List<Candidate> candidates) {
        Map<ByteBuffer, MappedRow> old = byKey(map.rows(
                number, candidates.stream().filter(Candidate::known).map(Candidate::key).toList()));
        references.learn(candidates, map);
        // In the order of the keys, in which the state stores them fastest.
        Map<ByteBuffer, MappedRow> states = new LinkedHashMap<>();
        List<RowToWrite> rows = new ArrayList<>();
        for (Candidate candidate : candidates) {
            ByteBuffer key = ByteBuffer.wrap(candidate.key());
            states.put(key, expected(candidate, old.get(key), rows));
        }
        List<RowToWrite> settled = settled(rows, old, states);
        vacate(states.values().stream().filter(row -> row.present() && row.status() == RowStatus.REJECTED).toList());
        writer.put(settled, outcome -> states.compute(ByteBuffer.wrap(outcome.sourceKey()), (key, row) ->
                switch (outcome) {
                    case Placed placed -> placed(row, placed.targetKey());
                    case Refused refused -> leftOut(
                            refused.sourceKey(), old.get(key), RowStatus.REJECTED, refused.reason());
                }));
        map.put(number, List.copyOf(states.values()));
    }

    // Where keys are kept, two rows may want one key, and a row that gets another key leaves its old one behind.
    private List<RowToWrite> settled(
            List<RowToWrite> rows, Map<ByteBuffer, MappedRow> old, Map<ByteBuffer, MappedRow> states) {
        if (table.assigned().isPresent()) {
            return rows;
        }
        KeptKeys.Settled settled = keys.settle(rows, states, old, (row, reason) -> {
            ByteBuffer key = ByteBuffer.wrap(row.sourceKey());
            states.put(key, leftOut(row.sourceKey(), old.get(key), RowStatus.REJECTED, reason));
        });
        map.put(number, settled.left());
        vacate(settled.left());
        return settled.rows();
    }

    // What becomes of a row if the target takes it; adds it to those that are to be written, if it is.
    private MappedRow expected(Candidate candidate, MappedRow known, List<RowToWrite> rows) {
        if (candidate.problem() != null) {
            return leftOut(candidate.key(), known, RowStatus.REJECTED, candidate.problem());
        }
        List<CopyReference> missing = references.follow(candidate);
        String reason = missing.isEmpty() ? null : references.inWords(missing.getFirst(), candidate);
        if (missing.stream().anyMatch(isFinal)) {
            return leftOut(candidate.key(), known, RowStatus.PARENT_MISSING, reason);
        }
        if (missing.stream().anyMatch(table::requires)) {
            return leftOut(candidate.key(), known, RowStatus.UNFINISHED, reason);
        }
        List<Object> targetKey = targetKey(candidate, known);
        rows.add(new RowToWrite(candidate.key(), targetKey, known != null && known.present(), candidate.typed()));
        MappedRow carried = carried(candidate, targetKey);
        return missing.isEmpty() ? carried : carried.leftOut(RowStatus.UNFINISHED, reason);
    }

    // The outcomes of a later step. Rows that are refused are as before the run; those that are placed get their key.
    private void note(List<RowOutcome> outcomes) {
        Map<Boolean, List<RowOutcome>> byPlaced =
                outcomes.stream().collect(Collectors.partitioningBy(Placed.class::isInstance));
        Map<ByteBuffer, MappedRow> now = byKey(map.rows(number, keys(byPlaced.get(true))));
        Map<ByteBuffer, MappedRow> old = byKey(before.rows(number, keys(byPlaced.get(false))));
        map.put(number, outcomes.stream()
                .map(outcome -> switch (outcome) {
                    case Placed placed -> placed(
                            now.get(ByteBuffer.wrap(placed.sourceKey())), placed.targetKey());
                    case Refused refused -> leftOut(
                            refused.sourceKey(),
                            old.get(ByteBuffer.wrap(refused.sourceKey())),
                            RowStatus.REJECTED,
                            refused.reason());
                })
                .toList());
    }

    private List<Object> targetKey(Candidate candidate, MappedRow known) {
        if (table.assigned().isEmpty()) {
            return RowTyping.targetKey(table, candidate.typed());
        }
        return known != null && known.present() ? RowTyping.targetKey(table, known.keyInTarget()) : null;
    }

    private static MappedRow leftOut(byte[] key, MappedRow known, RowStatus why, String reason) {
        return known == null
                ? new MappedRow(key, null, null, why, false, reason)
                : known.leftOut(why, reason);
    }

    // A row without a key is not in the target yet: no row of the target is known to be its own.
    private static MappedRow carried(Candidate candidate, List<Object> targetKey) {
        MappedRow row = new MappedRow(candidate.key(), candidate.hash(), null, RowStatus.CARRIED, false, null);
        return targetKey == null ? row : placed(row, targetKey);
    }

    // A key that equals the source's is not kept twice.
    private static MappedRow placed(MappedRow row, List<Object> targetKey) {
        byte[] encoded = RowKey.of(targetKey);
        return new MappedRow(
                row.sourceKey(),
                row.hash(),
                Arrays.equals(encoded, row.sourceKey()) ? null : encoded,
                row.status(),
                true,
                row.reason());
    }

    private static List<byte[]> keys(List<RowOutcome> outcomes) {
        return outcomes.stream().map(RowOutcome::sourceKey).toList();
    }

    private static Map<ByteBuffer, MappedRow> byKey(List<MappedRow> rows) {
        return rows.stream().collect(Collectors.toMap(row -> ByteBuffer.wrap(row.sourceKey()), Function.identity()));
    }
}
