package dev.tidemark.orm;

import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.mybatis.dynamic.sql.SqlBuilder;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/**
 * A table of the source, and how its rows are read.
 *
 * @param table the typed table
 * @param key its natural key
 * @param rangeWidth how many values of the key's leading column are fingerprinted together, a power of two
 * @param lastUpdate the column that the source sets when a row changes; nothing exact depends on it
 * @param columns the columns of the table that a row is made of: these are fingerprinted
 * @param select the query of all rows, to which the engine adds conditions and order
 * @param mapper reads a row
 * @param keyOf the key of a row that was read
 * @param <R> the record of a row
 */
public record SourceTable<R>(
        SqlTable table,
        KeyColumns key,
        long rangeWidth,
        SqlColumn<LocalDateTime> lastUpdate,
        List<SqlColumn<?>> columns,
        Supplier<QueryExpressionDSL<SelectModel>> select,
        Class<? extends RowMapper<R>> mapper,
        Function<R, Key> keyOf) {
    /** About as many rows as a database reads as quickly as one. */
    private static final long USUAL_RANGE = 128;

    public SourceTable {
        columns = List.copyOf(columns);
        if (Long.bitCount(rangeWidth) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + rangeWidth);
        }
    }

    /** A table whose rows are read from itself alone, in ranges of the usual width. */
    public static <R> SourceTable<R> of(
            SqlTable table,
            KeyColumns key,
            SqlColumn<LocalDateTime> lastUpdate,
            List<SqlColumn<?>> columns,
            Class<? extends RowMapper<R>> mapper,
            Function<R, Key> keyOf) {
        return new SourceTable<>(
                table, key, USUAL_RANGE, lastUpdate, columns, () -> SqlBuilder.select(columns).from(table), mapper, keyOf);
    }

    /** The same table in ranges of this width: narrow ones are for few rows that very many others depend on. */
    public SourceTable<R> inRangesOf(long width) {
        return new SourceTable<>(table, key, width, lastUpdate, columns, select, mapper, keyOf);
    }

    /** The same table with rows that this query finds, which may take columns of other tables along. */
    public SourceTable<R> readBy(Supplier<QueryExpressionDSL<SelectModel>> query) {
        return new SourceTable<>(table, key, rangeWidth, lastUpdate, columns, query, mapper, keyOf);
    }

    /** The table's name in the source. */
    public String name() {
        return table.tableNameAtRuntime();
    }
}
