package dev.tidemark.table;

import dev.tidemark.table.Column.Type;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A table of the target, and how its rows are read and written. Each column declares how to read its value from the
 * record.
 *
 * @param <T> the record of a row
 */
public abstract class TargetTable<T> extends Table<T> {
    private final List<TargetColumn<T>> columns = new ArrayList<>();
    private Column<String> textKey;
    private Column<Long> surrogateKey;

    /**
     * The table of this name.
     *
     * @param reading makes a record of the values of a row
     */
    protected TargetTable(String name, Function<RowValues, T> reading) {
        super(name, reading);
    }

    /** The key that the target assigns, if other tables refer to it; a full load keeps it. */
    protected final Column<Long> surrogateKey(String name) {
        surrogateKey = column(name, Type.NUMBER);
        return surrogateKey;
    }

    /** A column of the natural key. */
    protected final Column<Long> key(String name, ToLongFunction<T> value) {
        return addToKey(number(name, value::applyAsLong), value);
    }

    /** The natural key of a small table that is read as a whole: it has no numeric key that orders its rows. */
    protected final Column<String> textKey(String name, Function<T, String> value) {
        textKey = text(name, value);
        return textKey;
    }

    /** A column of whole numbers. */
    protected final Column<Long> number(String name, Function<T, Long> value) {
        return written(column(name, Type.NUMBER), value);
    }

    /** A column of small whole numbers. */
    protected final Column<Integer> smallNumber(String name, Function<T, Integer> value) {
        return written(column(name, Type.SMALL_NUMBER), value);
    }

    /** A column of texts. */
    protected final Column<String> text(String name, Function<T, String> value) {
        return written(column(name, Type.TEXT), value);
    }

    /** A column of days, written as text. */
    protected final Column<String> day(String name, Function<T, String> value) {
        return written(column(name, Type.DAY), value);
    }

    /** A column of amounts of money in cents; its name ends in {@code _cents}. */
    protected final Column<Long> cents(String name, Function<T, Long> value) {
        return written(column(name, Type.CENTS), value);
    }

    /** A column of truth values, written as 0 and 1. */
    protected final Column<Boolean> truth(String name, Function<T, Boolean> value) {
        return written(column(name, Type.TRUTH), value);
    }

    /** A column of times, written as text. */
    protected final Column<LocalDateTime> time(String name, Function<T, LocalDateTime> value) {
        return written(column(name, Type.TIME), value);
    }

    /** The columns that identify a row, of any type. */
    public final List<Column<?>> keyColumns() {
        return textKey == null ? List.copyOf(key().columns()) : List.of(textKey);
    }

    /** The surrogate key's column; empty for a table that a full load may empty and refill. */
    public final Optional<Column<Long>> surrogateKey() {
        return Optional.ofNullable(surrogateKey);
    }

    /** The surrogate key's column; an error if the table has none. */
    public final Column<Long> requiredSurrogateKey() {
        return surrogateKey().orElseThrow(() -> new IllegalStateException(name() + " keeps no surrogate key"));
    }

    /** All columns that are written, those of the natural key included. */
    public final List<TargetColumn<T>> columns() {
        return Collections.unmodifiableList(columns);
    }

    private <C> Column<C> written(Column<C> column, Function<T, C> value) {
        columns.add(new TargetColumn<>(column, value::apply));
        return read(column);
    }
}
