package dev.tidemark.orm;

import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.isBetween;
import static org.mybatis.dynamic.sql.SqlBuilder.max;
import static org.mybatis.dynamic.sql.SqlBuilder.min;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sum;

import java.util.function.UnaryOperator;
import org.mybatis.dynamic.sql.BasicColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.render.RenderingStrategies;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.Buildable;

/**
 * The questions about a table's keys that both databases are asked in the same words.
 *
 * @param table the table
 * @param key its key
 * @param partners joins the tables without a row of which a row does not count
 */
public record KeyQueries(SqlTable table, KeyColumns key, UnaryOperator<QueryExpressionDSL<SelectModel>> partners) {
    /** All keys in ascending order. */
    public SelectStatementProvider all() {
        return render(rows(key.value().as("from_key")).orderBy(key.order()));
    }

    /** The keys whose leading column lies between two values, both included, in ascending order. */
    public SelectStatementProvider between(long first, long last) {
        return render(rows(key.value().as("from_key"))
                .where(key.leading(), isBetween(first).and(last))
                .orderBy(key.order()));
    }

    /** The fingerprint of all keys. */
    public SelectStatementProvider fingerprint() {
        return render(rows(count().as("row_count"), sum(key.hash()).as("hash_sum")));
    }

    /** The fingerprints of the ranges of {@code 2^bits} values of the leading column. */
    public SelectStatementProvider ranges(int bits) {
        return render(rows(
                        key.range(bits).as("range_number"), count().as("row_count"), sum(key.hash()).as("hash_sum"))
                .groupBy(key.range(bits)));
    }

    /** The smallest and the largest value of the leading column; no row's are NULL. */
    public SelectStatementProvider bounds() {
        return render(rows(min(key.leading()).as("from_key"), max(key.leading()).as("to_key")));
    }

    private QueryExpressionDSL<SelectModel> rows(BasicColumn... columns) {
        return partners.apply(select(columns).from(table));
    }

    private static SelectStatementProvider render(Buildable<SelectModel> query) {
        return query.build().render(RenderingStrategies.MYBATIS3);
    }
}
