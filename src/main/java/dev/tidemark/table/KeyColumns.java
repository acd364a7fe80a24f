package dev.tidemark.table;

import java.util.List;

/**
 * The natural key of a table.
 *
 * @param columns one or two, in the key's order; they hold whole numbers of up to 64 bits with a sign
 */
public record KeyColumns(List<Column<Long>> columns) {
    public KeyColumns {
        columns = List.copyOf(columns);
        if (columns.isEmpty() || columns.size() > 2) {
            throw new IllegalArgumentException("A key has one or two columns, not " + columns.size());
        }
    }

    /** The first column of the key; ranges of keys are ranges of its values. */
    public Column<Long> leading() {
        return columns.getFirst();
    }

    /** Whether there is a second column. */
    public boolean isPair() {
        return columns.size() == 2;
    }

    /** The second column of a key that has one. */
    public Column<Long> following() {
        return columns.get(1);
    }

    /** The names of the columns. */
    public List<String> names() {
        return columns.stream().map(Column::name).toList();
    }

    /** A key as text: {@code 7} or {@code 7/12}. */
    public String describe(Key key) {
        return isPair() ? key.leading() + "/" + key.following() : Long.toString(key.leading());
    }
}
