package dev.tidemark.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourcePath;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reference of a row of the star to a second row of the source: it takes that row's content, or the surrogate key
 * that the target gave it. Only this is declared; the order of tables, the lookups and the rows to recompute follow
 * from it.
 *
 * @param path the path to that row; content of the rows along it is taken too
 * @param dimension the table whose surrogate key is taken; empty if the content is taken
 */
public record Reference(SourcePath path, Optional<Dimension> dimension) {
    /**
     * The table of the target that a row refers to.
     *
     * @param table the table
     * @param column the column of the referring table that holds the surrogate key; NULL if there is no such row
     */
    public record Dimension(TargetTable<?> table, Column<Long> column) {}

    /** A reference to the content of the row of {@code table} whose key is in {@code column}. */
    public static Reference to(Column<Long> column, SourceTable<?> table) {
        return new Reference(SourcePath.to(column, table), Optional.empty());
    }

    /** This reference with one more step, from a column of the table that it leads to. */
    public Reference then(Column<Long> column, SourceTable<?> table) {
        return new Reference(path.then(column, table), Optional.empty());
    }

    /** A reference that takes only the surrogate key of that row in {@code table}, into {@code column}. */
    public Reference keyOf(TargetTable<?> table, Column<Long> column) {
        return new Reference(path, Optional.of(new Dimension(table, column)));
    }

    /** All dependencies of a row through this reference. */
    public Stream<Dependency> dependencies() {
        return path.prefixes().map(prefix -> new Dependency(prefix, dimension.isPresent() && prefix.equals(path)));
    }

    /** The tables of the source that a mapping may look up through this reference. */
    Stream<SourceTable<?>> lookedUp() {
        return dependencies()
                .filter(dependency -> !dependency.onKeyAlone())
                .map(dependency -> dependency.path().table());
    }

    /**
     * A table of the source that rows depend on.
     *
     * @param path the path to its rows
     * @param onKeyAlone whether only the existence of a row matters, not its content
     */
    public record Dependency(SourcePath path, boolean onKeyAlone) {}
}
