package dev.tidemark.sql;

import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;

import dev.tidemark.table.SourcePath;
import java.util.List;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/**
 * Joins along the steps of paths.
 *
 * @param tables the DSL's tables and columns
 */
public record Joins(SqlTables tables) {
    /** {@code query} with inner joins along {@code steps}: leaves out rows without a match. */
    public QueryExpressionDSL<SelectModel> inner(
            QueryExpressionDSL<SelectModel> query, List<SourcePath.Step> steps) {
        QueryExpressionDSL<SelectModel> joined = query;
        for (SourcePath.Step step : steps) {
            joined = joined.join(
                    tables.of(step.table()),
                    on(tables.of(step.column()), equalTo(tables.of(step.table().key().leading()))));
        }
        return joined;
    }

    /** {@code query} with left joins along {@code steps}: keeps every row, with NULL where there is no match. */
    public QueryExpressionDSL<SelectModel> left(QueryExpressionDSL<SelectModel> query, List<SourcePath.Step> steps) {
        QueryExpressionDSL<SelectModel> joined = query;
        for (SourcePath.Step step : steps) {
            joined = joined.leftJoin(
                    tables.of(step.table()),
                    on(tables.of(step.column()), equalTo(tables.of(step.table().key().leading()))));
        }
        return joined;
    }
}
