package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.TargetTable;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * The strategy of a table that is computed from others of the warehouse.
 *
 * @param <T> the record of a row
 */
public non-sealed interface DerivedSync<T> extends TableSync {
    @Override
    TargetTable<T> target();

    /**
     * Brings the table in line with the tables it depends on. The result depends on nothing but their rows and the
     * date, so that it is the same after any kind of load.
     *
     * @param today the date by the source's clock, UTC
     */
    Counts refresh(WarehouseSession session, LocalDate today);

    /** The rows that the table holds after {@link #refresh}, in key order. */
    Stream<T> expectedRows(WarehouseSession session, LocalDate today);
}
