package dev.tidemark.copy.plan;

import java.util.List;

/**
 * A foreign key within a copy.
 *
 * @param columns the positions, in {@link CopyTable#columns()}, of the columns that refer
 * @param parent the name of the parent in the source
 * @param parentColumns the positions of the parent's columns that they refer to, in its columns
 * @param enforced whether the target declares the foreign key too
 */
public record CopyReference(List<Integer> columns, String parent, List<Integer> parentColumns, boolean enforced) {
    public CopyReference {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
