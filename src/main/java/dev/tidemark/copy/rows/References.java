package dev.tidemark.copy.rows;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.state.RowMap;
import dev.tidemark.copy.value.RowKey;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Follows the references of a table's rows by the state: finds parents that are missing, and writes the ids that the
 * target gave to parents. It remembers the last parents that it asked for, at most {@value #REMEMBERED} a reference.
 */
public final class References {
    private static final int REMEMBERED = 20_000;

    private final CopyPlan plan;
    private final CopyTable table;
    private final ToLongFunction<CopyTable> numbers;
    private final List<Followed> followed;

    /**
     * A reference that is followed.
     *
     * @param positions the columns with the parent's key, in its order
     * @param remembered the parents that were asked for last: keys in the target by keys in the source
     */
    private record Followed(
            CopyReference reference,
            CopyTable parent,
            List<Integer> positions,
            Map<ByteBuffer, byte[]> remembered) {}

    /**
     * The references of {@code table}.
     *
     * @param numbers the numbers of tables in the state
     * @param checked tells which references are followed although the target keeps the source's keys
     */
    public References(
            CopyPlan plan,
            CopyTable table,
            ToLongFunction<CopyTable> numbers,
            Predicate<CopyReference> checked) {
        this.plan = plan;
        this.table = table;
        this.numbers = numbers;
        this.followed = table.references().stream()
                .filter(reference -> byKey(plan, reference))
                .filter(reference -> checked.test(reference) || plan.parent(reference).assigned().isPresent())
                .map(reference -> new Followed(
                        reference, plan.parent(reference), positions(plan, reference), new Recent()))
                .toList();
    }

    /** The positions of the columns of {@code table} that hold ids which the target gives. */
    public static Set<Integer> rewritten(CopyPlan plan, CopyTable table) {
        Set<Integer> positions = new TreeSet<>();
        table.references().stream()
                .filter(reference -> plan.parent(reference).assigned().isPresent() && byKey(plan, reference))
                .forEach(reference -> positions.addAll(reference.columns()));
        return positions;
    }

    /** Learns the parents of these rows, with one question for each reference. */
    public void learn(List<Candidate> rows, RowMap map) {
        for (Followed each : followed) {
            Map<ByteBuffer, byte[]> asked = new HashMap<>();
            rows.forEach(row -> parentKey(each.positions(), row.stored())
                    .filter(key -> each.remembered().get(ByteBuffer.wrap(key)) == null)
                    .ifPresent(key -> asked.put(ByteBuffer.wrap(key), key)));
            map.rows(numbers.applyAsLong(each.parent()), List.copyOf(asked.values())).stream()
                    .filter(row -> row.status().isInTarget() && row.present())
                    .forEach(row -> each.remembered().put(ByteBuffer.wrap(row.sourceKey()), row.keyInTarget()));
        }
    }

    /**
     * Writes the ids of the parents of {@code row} into its typed values. Returns the references whose parent is not
     * there; their columns are NULL then.
     */
    public List<CopyReference> follow(Candidate row) {
        List<CopyReference> missing = new ArrayList<>();
        for (Followed each : followed) {
            Optional<byte[]> key = parentKey(each.positions(), row.stored());
            if (key.isEmpty()) {
                continue;
            }
            byte[] parent = each.remembered().get(ByteBuffer.wrap(key.get()));
            List<Integer> columns = each.reference().columns();
            if (parent == null) {
                missing.add(each.reference());
                columns.forEach(position -> row.typed()[position] = null);
            } else if (each.parent().assigned().isPresent()) {
                row.typed()[columns.getFirst()] = RowKey.values(parent).getFirst();
            }
        }
        return missing;
    }

    /** Forgets the parents: no more rows follow. */
    public void forget() {
        followed.forEach(each -> each.remembered().clear());
    }

    /** The rows that a reference of {@code row} leads to, in words. */
    public String inWords(CopyReference reference, Candidate row) {
        List<String> names = table.columns(reference.columns()).stream().map(column -> column.source()).toList();
        return "%s: the row %s of %s is not carried over"
                .formatted(
                        String.join(", ", names),
                        RowKey.text(parentKey(positions(plan, reference), row.stored()).orElseThrow()),
                        reference.parent());
    }

    // Only by the parent's key in the source can the state find it.
    private static boolean byKey(CopyPlan plan, CopyReference reference) {
        return Set.copyOf(plan.parent(reference).key()).equals(Set.copyOf(reference.parentColumns()));
    }

    // The columns with the parent's key, in its order.
    private static List<Integer> positions(CopyPlan plan, CopyReference reference) {
        return plan.parent(reference).key().stream()
                .map(position -> reference.columns().get(reference.parentColumns().indexOf(position)))
                .toList();
    }

    // Empty where a column is NULL: then nothing is referred to.
    private static Optional<byte[]> parentKey(List<Integer> positions, Object[] stored) {
        for (int position : positions) {
            if (stored[position] == null) {
                return Optional.empty();
            }
        }
        return Optional.of(RowKey.of(stored, positions));
    }

    // Forgets what was asked for least recently. A batch has far fewer rows than it remembers.
    private static final class Recent extends LinkedHashMap<ByteBuffer, byte[]> {
        private static final long serialVersionUID = 1L;

        private Recent() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    }
}
