package dev.tidemark.orm;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/**
 * A table of the source: how its rows are read and how a change shows.
 *
 * @param table the typed table
 * @param key its natural key
 * @param lastUpdate the column that the source sets when a row changes
 * @param requiredColumns the names of the columns that are read, which the source must have
 * @param select the query of all rows, to which the engine adds conditions and order
 * @param mapper reads a row
 * @param keyOf the key's number of a row that was read
 * @param partners joins the tables without a row of which a row does not count, to a query that {@code select} is not
 * @param <R> the record of a row
 */
public record SourceTable<R>(
        SqlTable table,
        KeyColumns key,
        SqlColumn<LocalDateTime> lastUpdate,
        List<String> requiredColumns,
        Supplier<QueryExpressionDSL<SelectModel>> select,
        Class<? extends RowMapper<R>> mapper,
        ToLongFunction<R> keyOf,
        UnaryOperator<QueryExpressionDSL<SelectModel>> partners) {

    public SourceTable {
        requiredColumns = List.copyOf(requiredColumns);
    }

    /** A table whose rows count for themselves. */
    public SourceTable(
            SqlTable table,
            KeyColumns key,
            SqlColumn<LocalDateTime> lastUpdate,
            List<String> requiredColumns,
            Supplier<QueryExpressionDSL<SelectModel>> select,
            Class<? extends RowMapper<R>> mapper,
            ToLongFunction<R> keyOf) {
        this(table, key, lastUpdate, requiredColumns, select, mapper, keyOf, UnaryOperator.identity());
    }

    /** The questions about its keys. */
    public KeyQueries keyQueries() {
        return new KeyQueries(table, key, partners);
    }

    /** The table's name in the source. */
    public String name() {
        return table.tableNameAtRuntime();
    }
}
