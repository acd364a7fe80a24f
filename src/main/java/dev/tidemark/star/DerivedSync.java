package dev.tidemark.star;

import dev.tidemark.sql.TargetTable;
import dev.tidemark.sqlite.WarehouseSession;
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
     * The rows that the table should hold, in key order. They depend on nothing but the rows of the tables that it
     * depends on and the date, so that they are the same after any kind of load.
     *
     * @param today the date by the source's clock, UTC
     */
    Stream<T> expectedRows(WarehouseSession session, LocalDate today);
}
