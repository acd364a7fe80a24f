package dev.tidemark.copy.shape;

import java.util.List;

/**
 * A foreign key as its database describes it.
 *
 * @param columns the names of the columns that refer
 * @param parent the name of the table that they refer to
 * @param parentColumns the names of that table's columns, in the same order
 */
public record ReferenceShape(List<String> columns, String parent, List<String> parentColumns) {
    public ReferenceShape {
        columns = List.copyOf(columns);
        parentColumns = List.copyOf(parentColumns);
    }
}
