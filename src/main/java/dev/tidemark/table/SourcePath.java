package dev.tidemark.table;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The path from a row of one table of the source to a row of another: each step leads from a column to the row whose
 * key it holds.
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

    /** The steps to the table of {@link #column}; none if that is the first table. */
    public List<Step> stepsToColumn() {
        return steps.subList(0, steps.size() - 1);
    }

    /** The prefixes of this path, from the shortest to the path itself. */
    public Stream<SourcePath> prefixes() {
        return IntStream.rangeClosed(1, steps.size()).mapToObj(length -> new SourcePath(steps.subList(0, length)));
    }
}
