package dev.tidemark.copy.plan;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * A table that is carried over. Rows on their way are arrays of values in the order of {@link #columns()}; positions
 * count in them from 0.
 *
 * @param source its name in the source
 * @param target its name in the target
 * @param columns the columns
 * @param key the positions of the columns that identify a row in the source
 * @param targetKey the positions of the columns that identify a row in the target: the primary key, or the natural key
 *     where the target's ids are its own
 * @param uniques the positions of the columns of each other key that the target declares
 * @param naturalKey the positions of the columns by which a row that is there already is found; those of
 *     {@code targetKey} where keys are kept
 * @param assigned the position of the column whose values the target gives; empty where keys are kept
 * @param changedAt the position of the column with the time of a row's last change
 * @param references the foreign keys
 * @param numbered the name of the target's column whose numbers come from a sequence or AUTO_INCREMENT; null for none
 */
public record CopyTable(
        String source,
        String target,
        List<CopyColumn> columns,
        List<Integer> key,
        List<Integer> targetKey,
        List<List<Integer>> uniques,
        List<Integer> naturalKey,
        OptionalInt assigned,
        OptionalInt changedAt,
        List<CopyReference> references,
        String numbered) {
    public CopyTable {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        targetKey = List.copyOf(targetKey);
        uniques = uniques.stream().map(List::copyOf).toList();
        naturalKey = List.copyOf(naturalKey);
        references = List.copyOf(references);
    }

    /** The positions of the columns that tell rows of the target apart: the id that it gives, or its key. */
    public List<Integer> identity() {
        return assigned.isPresent() ? List.of(assigned.getAsInt()) : targetKey;
    }

    /** The names of the columns at these positions in the target, for people. */
    public String named(List<Integer> positions) {
        return columns(positions).stream().map(CopyColumn::target).collect(Collectors.joining(", "));
    }

    /** Whether a row of this table cannot be written without the parent of {@code reference}, one of its references. */
    public boolean requires(CopyReference reference) {
        return reference.columns().stream()
                .anyMatch(position -> columns.get(position).required()
                        || assigned.isPresent() && naturalKey.contains(position));
    }

    /** The columns at these positions. */
    public List<CopyColumn> columns(List<Integer> positions) {
        return positions.stream().map(columns::get).toList();
    }
}
