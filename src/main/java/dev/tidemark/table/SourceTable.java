package dev.tidemark.table;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.table.Column.Type;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A table of the source, and how its rows are read.
 *
 * @param <R> the record of a row
 */
public abstract class SourceTable<R> extends Table<R> {
    /** A database reads about this many rows as quickly as one. */
    private static final long USUAL_RANGE = 128;

    private final List<SourcePath.Step> joins = new ArrayList<>();
    private final long rangeWidth;
    private Column<LocalDateTime> lastUpdate;

    /**
     * The table of this name, fingerprinted in ranges of the usual width.
     *
     * @param reading makes a record of the values of a row
     */
    protected SourceTable(String name, Function<RowValues, R> reading) {
        this(name, reading, USUAL_RANGE);
    }

    /**
     * The same with ranges of another width: narrow ranges suit few rows that very many others depend on.
     *
     * @param reading makes a record of the values of a row
     * @param rangeWidth the number of values of the key's leading column in a range, a power of two
     */
    protected SourceTable(String name, Function<RowValues, R> reading, long rangeWidth) {
        super(name, reading);
        if (Long.bitCount(rangeWidth) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + rangeWidth);
        }
        this.rangeWidth = rangeWidth;
    }

    /** A column of the natural key. */
    protected final Column<Long> key(String name, ToLongFunction<R> value) {
        return addToKey(number(name), value);
    }

    /** A column of whole numbers, such as one that refers to another table. */
    protected final Column<Long> number(String name) {
        return read(column(name, Type.NUMBER));
    }

    /** A column of small whole numbers. */
    protected final Column<Integer> smallNumber(String name) {
        return read(column(name, Type.SMALL_NUMBER));
    }

    /** A column of decimal numbers. */
    protected final Column<BigDecimal> decimal(String name) {
        return read(column(name, Type.DECIMAL));
    }

    /** A column of texts. */
    protected final Column<String> text(String name) {
        return read(column(name, Type.TEXT));
    }

    /** A column of truth values, which the source writes as numbers. */
    protected final Column<Boolean> truth(String name) {
        return read(column(name, Type.TRUTH));
    }

    /** A column of times. */
    protected final Column<LocalDateTime> time(String name) {
        return read(column(name, Type.TIME));
    }

    /** The column that the source sets when a row changes; rows are read with it. */
    protected final Column<LocalDateTime> lastUpdate(String name) {
        lastUpdate = time(name);
        return lastUpdate;
    }

    /** The column that the source sets when a row changes; rows are read without it. */
    protected final Column<LocalDateTime> unreadLastUpdate(String name) {
        lastUpdate = column(name, Type.TIME);
        return lastUpdate;
    }

    /**
     * A column of the row of another table whose key is in {@code from}; NULL if there is no such row.
     *
     * @param from a column that is read, so that a change of it is found
     */
    protected final <C> Column<C> joined(Column<Long> from, SourceTable<?> table, Column<C> column) {
        if (!rowColumns().contains(from)) {
            throw new IllegalArgumentException(from + " is not read, so that a change of it would be lost");
        }
        SourcePath.Step step = new SourcePath.Step(from, table);
        if (!joins.contains(step)) {
            joins.add(step);
        }
        return read(column);
    }

    /** The steps to the tables whose rows, if they exist, are read with a row of this table. */
    public final List<SourcePath.Step> joins() {
        return Collections.unmodifiableList(joins);
    }

    /** {@inheritDoc} A missing value is a source failure. */
    @Override
    public final R recordOf(Object[] values) {
        try {
            return super.recordOf(values);
        } catch (MissingValueException missing) {
            throw TidemarkException.source(
                    "The source's " + missing.getMessage(), "give it a value; the star cannot do without one", missing);
        }
    }

    /**
     * The natural key of {@code row}; {@code before} is the key of the row before it, null for the first. A duplicate
     * key is a source failure, because the rows could not be told apart.
     */
    public final Key requireAscending(Key before, R row) {
        Key now = keyOf(row);
        if (before != null && now.compareTo(before) <= 0) {
            throw TidemarkException.source(
                    "The source's " + name() + " holds the key " + key().describe(now) + " twice",
                    "give " + name() + " a primary key of " + String.join(", ", key().names()),
                    null);
        }
        return now;
    }

    /** The number of values of the key's leading column in a range of a fingerprint, a power of two. */
    public final long rangeWidth() {
        return rangeWidth;
    }

    /** The column that the source sets when a row changes; no exact result depends on it. */
    public final Column<LocalDateTime> lastUpdate() {
        return lastUpdate;
    }

    /** The columns of this table that a row is read from; these are fingerprinted. */
    public final List<Column<?>> columns() {
        return rowColumns().stream().<Column<?>>filter(column -> column.table() == this).toList();
    }
}
