package dev.tidemark.table;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a row of one table of the source comes to a row of another: from a column to the table whose key it holds, and on
 * from there.
 *
 * @param steps the columns and tables in order, at least one
 */
public record SourcePath(List<Step> steps) {
    public SourcePath {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A path has at least one step");
        }
    }

    /**
     * One step.
     *
     * @param column holds the key of a row of {@code table}, whose key is one column
     * @param table the table that it leads to
     */
    public record Step(Column<Long> column, SourceTable<?> table) {}

    /** The path of one step. */
    public static SourcePath to(Column<Long> column, SourceTable<?> table) {
        return new SourcePath(List.of(new Step(column, table)));
    }

    /** This path with one more step, from a column of the table that it leads to. */
    public SourcePath then(Column<Long> column, SourceTable<?> table) {
        return new SourcePath(Stream.concat(steps.stream(), Stream.of(new Step(column, table))).toList());
    }

    /** The column of the last step. */
    public Column<Long> column() {
        return steps.getLast().column();
    }

    /** The table that it leads to. */
    public SourceTable<?> table() {
        return steps.getLast().table();
    }

    /** The steps to the table that {@link #column} is of; none where it is the first table's own. */
    public List<Step> stepsToColumn() {
        return steps.subList(0, steps.size() - 1);
    }

    /** The paths that begin like this one, from the shortest to this one itself. */
    public Stream<SourcePath> prefixes() {
        return IntStream.rangeClosed(1, steps.size()).mapToObj(length -> new SourcePath(steps.subList(0, length)));
    }
}
