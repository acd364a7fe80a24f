package dev.tidemark.sql;

import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;

import dev.tidemark.table.SourcePath;
import java.util.List;
import java.util.stream.Stream;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.join.JoinCriterion;

/**
 * Joins along the steps of paths. Paths may share steps; each is joined once.
 *
 * @param tables the DSL's tables and columns
 */
public record Joins(SqlTables tables) {
    /** {@code query} with inner joins along {@code steps}: leaves out rows without a match. */
    public QueryExpressionDSL<SelectModel> inner(
            QueryExpressionDSL<SelectModel> query, Stream<SourcePath.Step> steps) {
        return joined(query, steps, QueryExpressionDSL::join);
    }

    /** {@code query} with left joins along {@code steps}: keeps every row, with NULL where there is no match. */
    public QueryExpressionDSL<SelectModel> left(QueryExpressionDSL<SelectModel> query, Stream<SourcePath.Step> steps) {
        return joined(query, steps, QueryExpressionDSL::leftJoin);
    }

    private QueryExpressionDSL<SelectModel> joined(
            QueryExpressionDSL<SelectModel> query, Stream<SourcePath.Step> steps, Join join) {
        List<SourcePath.Step> once = steps.distinct().toList();
        QueryExpressionDSL<SelectModel> joined = query;
        for (SourcePath.Step step : once) {
            joined = join.of(
                    joined,
                    tables.of(step.table()),
                    on(tables.of(step.column()), equalTo(tables.of(step.table().key().leading()))));
        }
        return joined;
    }

    private interface Join {
        QueryExpressionDSL<SelectModel> of(
                QueryExpressionDSL<SelectModel> query, SqlTable table, JoinCriterion<Long> criterion);
    }
}
