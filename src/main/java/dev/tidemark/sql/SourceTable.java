package dev.tidemark.sql;

import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.failure.TidemarkException;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/**
 * A table of the source, and how its rows are read. A subclass declares the columns that are read in the order of the
 * record's components, each once, as typed fields.
 *
 * @param <R> the record of a row
 */
public abstract class SourceTable<R> extends SqlTable {
    /** About as many rows as a database reads as quickly as one. */
    private static final long USUAL_RANGE = 128;

    private final RowKey<R> key = new RowKey<>();
    private final RowType<R> rowType;
    private final List<SqlColumn<?>> rowColumns = new ArrayList<>();
    private final long rangeWidth;
    private SqlColumn<LocalDateTime> lastUpdate;

    /** The table of this name, fingerprinted in ranges of the usual width. */
    protected SourceTable(String name, Class<R> row) {
        this(name, row, USUAL_RANGE);
    }

    /**
     * The same in ranges of another width: narrow ones are for few rows that very many others depend on.
     *
     * @param rangeWidth how many values of the key's leading column are fingerprinted together, a power of two
     */
    protected SourceTable(String name, Class<R> row, long rangeWidth) {
        super(name);
        if (Long.bitCount(rangeWidth) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + rangeWidth);
        }
        this.rowType = new RowType<>("source." + name + "." + row.getSimpleName(), row, rowColumns);
        this.rangeWidth = rangeWidth;
    }

    /** A column of the natural key. */
    protected final SqlColumn<Long> key(String name, ToLongFunction<R> value) {
        SqlColumn<Long> column = number(name);
        key.add(column, value);
        return column;
    }

    /** A column of whole numbers, such as one that refers to another table. */
    protected final SqlColumn<Long> number(String name) {
        return read(column(name, JDBCType.BIGINT));
    }

    /** A column of small whole numbers. */
    protected final SqlColumn<Integer> smallNumber(String name) {
        return read(column(name, JDBCType.INTEGER));
    }

    /** A column of decimal numbers. */
    protected final SqlColumn<BigDecimal> decimal(String name) {
        return read(column(name, JDBCType.DECIMAL));
    }

    /** A column of texts. */
    protected final SqlColumn<String> text(String name) {
        return read(column(name, JDBCType.VARCHAR));
    }

    /** A column of truth values, which the source writes as numbers. */
    protected final SqlColumn<Boolean> truth(String name) {
        return read(column(name, JDBCType.BOOLEAN));
    }

    /** A column of times. */
    protected final SqlColumn<LocalDateTime> time(String name) {
        return read(column(name, JDBCType.TIMESTAMP));
    }

    /** The column that the source sets when a row changes, and that a row is read with. */
    protected final SqlColumn<LocalDateTime> lastUpdate(String name) {
        lastUpdate = time(name);
        return lastUpdate;
    }

    /** The same where a row is read without it. */
    protected final SqlColumn<LocalDateTime> unreadLastUpdate(String name) {
        lastUpdate = column(name, JDBCType.TIMESTAMP);
        return lastUpdate;
    }

    /** A column of another table that {@link #rows} joins. */
    protected final <C> SqlColumn<C> joined(SqlColumn<C> column) {
        return read(column);
    }

    /** The query of all rows, to which the engine adds conditions and order. */
    public QueryExpressionDSL<SelectModel> rows() {
        return select(rowColumns).from(this);
    }

    /** How a row that the query finds becomes a record. */
    public final RowType<R> rowType() {
        return rowType;
    }

    /** The table's name in the source. */
    public final String name() {
        return tableNameAtRuntime();
    }

    /** The natural key. */
    public final KeyColumns key() {
        return key.columns();
    }

    /** The natural key of a row that was read. */
    public final Key keyOf(R row) {
        return key.of(row);
    }

    /**
     * The natural key of a row that was read after the one with the key {@code before}, which is null for the first.
     * A key that comes twice is a source failure: rows could not be told apart.
     */
    public final Key requireAscending(Key before, R row) {
        Key now = keyOf(row);
        if (before != null && now.compareTo(before) <= 0) {
            throw TidemarkException.source(
                    "The source's " + name() + " holds the key " + key().describe(now) + " twice",
                    "give " + name() + " a primary key of " + String.join(", ", key().columnNames()),
                    null);
        }
        return now;
    }

    /** How many values of the key's leading column are fingerprinted together, a power of two. */
    public final long rangeWidth() {
        return rangeWidth;
    }

    /** The column that the source sets when a row changes; nothing exact depends on it. */
    public final SqlColumn<LocalDateTime> lastUpdate() {
        return lastUpdate;
    }

    /** The columns of this table that a row is made of: these are fingerprinted. */
    public final List<SqlColumn<?>> columns() {
        return rowColumns.stream().<SqlColumn<?>>filter(column -> column.table() == this).toList();
    }

    /** The columns that {@link #rows} selects. */
    protected final List<SqlColumn<?>> rowColumns() {
        return Collections.unmodifiableList(rowColumns);
    }

    private <C> SqlColumn<C> read(SqlColumn<C> column) {
        rowColumns.add(column);
        return column;
    }
}
