package dev.tidemark.orm;

import java.util.function.UnaryOperator;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/**
 * How the rows of a table of the source name a row of another, in a column of their own or through tables between.
 *
 * @param table the table referred to
 * @param key the key of the row referred to
 * @param path joins the tables between to a query of the referring table
 */
public record SourceReference(
        SourceTable<?> table, BindableColumn<Long> key, UnaryOperator<QueryExpressionDSL<SelectModel>> path) {

    /** A reference in a column of the referring table. */
    public static SourceReference of(SqlColumn<Long> key, SourceTable<?> table) {
        return new SourceReference(table, key, UnaryOperator.identity());
    }
}
