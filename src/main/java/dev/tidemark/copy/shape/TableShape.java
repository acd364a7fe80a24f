package dev.tidemark.copy.shape;

import java.util.List;
import java.util.Optional;

/**
 * A table as its database describes it.
 *
 * @param name its name, as the database writes it
 * @param columns its columns, in order
 * @param primaryKey the names of the columns of its primary key, in the key's order; empty for none
 * @param uniques the other keys: each a list of names of columns, in the key's order
 * @param indexes the indexes that are no key: each a list of names of columns
 * @param references its foreign keys
 */
public record TableShape(
        String name,
        List<ColumnShape> columns,
        List<String> primaryKey,
        List<List<String>> uniques,
        List<List<String>> indexes,
        List<ReferenceShape> references) {
    public TableShape {
        columns = List.copyOf(columns);
        primaryKey = List.copyOf(primaryKey);
        uniques = uniques.stream().map(List::copyOf).toList();
        indexes = indexes.stream().map(List::copyOf).toList();
        references = List.copyOf(references);
    }

    /** The column of this name, without regard to upper and lower case; the same case wins. */
    public Optional<ColumnShape> column(String wanted) {
        return columns.stream()
                .filter(column -> column.name().equals(wanted))
                .findFirst()
                .or(() -> columns.stream().filter(column -> column.name().equalsIgnoreCase(wanted)).findFirst());
    }
}
