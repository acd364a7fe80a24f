package dev.tidemark.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourcePath;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a row of the star takes from another row than its own: the content of a row of the source, or the surrogate key
 * that the target gave it. This is the one place that says so; what has to be there first, what is read when, and
 * which rows are computed anew follow from it.
 *
 * @param path how the source comes to that row; whatever lies on the way is taken too
 * @param dimension the table whose surrogate key is taken; empty where the content is
 */
public record Reference(SourcePath path, Optional<Dimension> dimension) {
    /**
     * The table of the target that a row refers to.
     *
     * @param table the table
     * @param column the column of the referring table of the target that holds the surrogate key; NULL where there
     *     is no such row
     */
    public record Dimension(TargetTable<?> table, Column<Long> column) {}

    /** A row takes the content of the row of {@code table} whose key {@code column} holds. */
    public static Reference to(Column<Long> column, SourceTable<?> table) {
        return new Reference(SourcePath.to(column, table), Optional.empty());
    }

    /** The same one step further, from a column of the table that this leads to. */
    public Reference then(Column<Long> column, SourceTable<?> table) {
        return new Reference(path.then(column, table), Optional.empty());
    }

    /** Into {@code column} goes the surrogate key that {@code table} has for the row that this leads to; no more. */
    public Reference keyOf(TargetTable<?> table, Column<Long> column) {
        return new Reference(path, Optional.of(new Dimension(table, column)));
    }

    /** All that a row depends on by this. */
    public Stream<Dependency> dependencies() {
        return path.prefixes().map(prefix -> new Dependency(prefix, dimension.isPresent() && prefix.equals(path)));
    }

    /** The tables of the source whose rows may be looked up by this. */
    Stream<SourceTable<?>> lookedUp() {
        return dependencies()
                .filter(dependency -> !dependency.onKeyAlone())
                .map(dependency -> dependency.path().table());
    }

    /**
     * A table of the source that rows depend on.
     *
     * @param path how they come to its rows
     * @param onKeyAlone whether it matters only that a row is there, not what it holds
     */
    public record Dependency(SourcePath path, boolean onKeyAlone) {}
}
