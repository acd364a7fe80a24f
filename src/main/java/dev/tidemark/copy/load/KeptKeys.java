package dev.tidemark.copy.load;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.state.MappedRow;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.state.RowStatus;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.value.RowKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Follows which row of the source has which key in the target, where keys are kept. A conversion or a transformation can
 * give two rows one key, or a row another key than before.
 */
final class KeptKeys {
    private final CopyTable table;
    private final long number;
    private final RowMap map;
    private boolean differ;

    /**
     * The keys of {@code table}.
     *
     * @param number its number in the state
     * @param map the rows in the state, in the unit
     */
    KeptKeys(CopyTable table, long number, RowMap map) {
        this.table = table;
        this.number = number;
        this.map = map;
        this.differ = map.hasTargetKeys(number);
    }

    /**
     * Rows that may be written.
     *
     * @param rows the rows
     * @param left rows of the target that some of them leave behind, because they get another key
     */
    record Settled(List<RowToWrite> rows, List<MappedRow> left) {}

    /**
     * Tells which of {@code rows} may be written: those whose key no other row of the source has in the target.
     *
     * @param becoming what the state will know of them, by their keys in the source
     * @param old what it knew of them, likewise
     * @param refused is told of the others, and why
     */
    Settled settle(
            List<RowToWrite> rows,
            Map<ByteBuffer, MappedRow> becoming,
            Map<ByteBuffer, MappedRow> old,
            BiConsumer<RowToWrite, String> refused) {
        differ |= becoming.values().stream().anyMatch(row -> row.targetKey() != null);
        if (!differ) {
            return new Settled(rows, List.of());
        }
        Map<ByteBuffer, RowToWrite> wanted = new LinkedHashMap<>();
        rows.forEach(row -> {
            byte[] key = becoming.get(ByteBuffer.wrap(row.sourceKey())).keyInTarget();
            if (wanted.putIfAbsent(ByteBuffer.wrap(key), row) != null) {
                refused.accept(row, twice(key));
            }
        });
        Map<ByteBuffer, List<MappedRow>> holders = holders(rows, wanted.keySet());
        List<RowToWrite> written = new ArrayList<>();
        List<MappedRow> left = new ArrayList<>();
        wanted.forEach((key, row) -> {
            List<MappedRow> others = holders.getOrDefault(key, List.of());
            if (others.stream().anyMatch(other -> other.status().isInTarget())) {
                refused.accept(row, twice(key.array()));
                return;
            }
            MappedRow known = old.get(ByteBuffer.wrap(row.sourceKey()));
            boolean moves = row.known() && !Arrays.equals(known.keyInTarget(), key.array());
            if (moves && !wanted.containsKey(ByteBuffer.wrap(known.keyInTarget()))) {
                left.add(leftBehind(known));
            }
            // A row that is about to be removed is taken over with its key.
            boolean isThere = !others.isEmpty() || row.known() && !moves;
            written.add(new RowToWrite(row.sourceKey(), row.targetKey(), isThere, row.values()));
        });
        return new Settled(written, left);
    }

    // Rows of this batch have the keys that they are to get.
    private Map<ByteBuffer, List<MappedRow>> holders(List<RowToWrite> rows, Set<ByteBuffer> keys) {
        List<byte[]> wanted = keys.stream().map(ByteBuffer::array).toList();
        Set<ByteBuffer> own = rows.stream().map(row -> ByteBuffer.wrap(row.sourceKey())).collect(Collectors.toSet());
        return map.rowsInTarget(number, wanted).stream()
                .filter(holder -> !own.contains(ByteBuffer.wrap(holder.sourceKey())))
                .collect(Collectors.groupingBy(holder -> ByteBuffer.wrap(holder.keyInTarget())));
    }

    // No row of the source has a key with so many values. It stands in the state until the row of the target is removed.
    private static MappedRow leftBehind(MappedRow known) {
        byte[] target = known.keyInTarget();
        ByteBuffer key = ByteBuffer.allocate(known.sourceKey().length + target.length);
        key.put(known.sourceKey()).put(target);
        return new MappedRow(key.array(), null, target, RowStatus.GONE, true, null);
    }

    private String twice(byte[] key) {
        return "another row of the source has the same " + table.named(table.identity()) + " \"" + RowKey.text(key)
                + "\" in the target";
    }
}
