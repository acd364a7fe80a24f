package dev.tidemark.sql;

import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

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
    public record Step(SqlColumn<Long> column, SourceTable<?> table) {}

    /** The path of one step. */
    public static SourcePath to(SqlColumn<Long> column, SourceTable<?> table) {
        return new SourcePath(List.of(new Step(column, table)));
    }

    /** This path with one more step, from a column of the table that it leads to. */
    public SourcePath then(SqlColumn<Long> column, SourceTable<?> table) {
        return new SourcePath(Stream.concat(steps.stream(), Stream.of(new Step(column, table))).toList());
    }

    /** The column of the last step. */
    public SqlColumn<Long> column() {
        return steps.getLast().column();
    }

    /** The table that it leads to. */
    public SourceTable<?> table() {
        return steps.getLast().table();
    }

    /** The paths that begin like this one, from the shortest to this one itself. */
    public Stream<SourcePath> prefixes() {
        return IntStream.rangeClosed(1, steps.size()).mapToObj(length -> new SourcePath(steps.subList(0, length)));
    }

    /** The leading keys of {@code referring} with the tables joined that lie on the way to {@link #column}. */
    public QueryExpressionDSL<SelectModel> keysUpToColumn(SourceTable<?> referring) {
        return joined(referring, steps.subList(0, steps.size() - 1));
    }

    /** The leading keys of {@code referring} with all tables of the path joined. */
    public QueryExpressionDSL<SelectModel> keysUpToTable(SourceTable<?> referring) {
        return joined(referring, steps);
    }

    /** {@code query} of the referring table with the tables left-joined that lie on the way to {@link #column}. */
    public QueryExpressionDSL<SelectModel> leftJoinedTo(QueryExpressionDSL<SelectModel> query) {
        QueryExpressionDSL<SelectModel> joined = query;
        for (Step step : steps.subList(0, steps.size() - 1)) {
            joined = joined.leftJoin(step.table(), on(step.column(), equalTo(step.table().key().leading())));
        }
        return joined;
    }

    /** {@code query} of the referring table with all tables of the path joined. */
    public QueryExpressionDSL<SelectModel> joinedTo(QueryExpressionDSL<SelectModel> query) {
        return joined(query, steps);
    }

    private static QueryExpressionDSL<SelectModel> joined(SourceTable<?> referring, List<Step> steps) {
        return joined(select(referring.key().leading().as("from_key")).from(referring), steps);
    }

    private static QueryExpressionDSL<SelectModel> joined(QueryExpressionDSL<SelectModel> query, List<Step> steps) {
        QueryExpressionDSL<SelectModel> joined = query;
        for (Step step : steps) {
            joined = joined.join(step.table(), on(step.column(), equalTo(step.table().key().leading())));
        }
        return joined;
    }
}
