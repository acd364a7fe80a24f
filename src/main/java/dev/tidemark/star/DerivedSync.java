package dev.tidemark.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The strategy of a table that is computed from other tables of the target.
 *
 * @param <T> the record of a row
 */
public non-sealed interface DerivedSync<T> extends TableSync {
    @Override
    TargetTable<T> target();

    /** The columns of other tables that it is computed from. */
    List<Column<Long>> references();

    /**
     * The rows that the table should hold, in key order. They depend only on the values of {@link #references} and the
     * date, so they are the same after any kind of load.
     *
     * @param values reads values of those columns
     * @param today the date by the source's clock, UTC
     */
    Stream<T> expectedRows(ColumnValues values, LocalDate today);

    @Override
    default Set<String> dependsOn() {
        return references().stream().map(column -> column.table().name()).collect(Collectors.toSet());
    }

    /** Reads values of columns. */
    @FunctionalInterface
    interface ColumnValues {
        /** The smallest value of {@code column} that is not less than {@code least}; empty if there is none. */
        OptionalLong firstFrom(Column<Long> column, long least);
    }
}
