package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.star.DimDateTable.DIM_DATE;
import static dev.tidemark.sakila.star.FactPaymentTable.FACT_PAYMENT;
import static dev.tidemark.sakila.star.FactRentalTable.FACT_RENTAL;

import dev.tidemark.sakila.star.DimDateTable.DimDate;
import dev.tidemark.star.DerivedSync;
import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The calendar: whole years, as far as facts need them. */
@Singleton
public final class DimDateSync implements DerivedSync<DimDate> {
    @Override
    public TargetTable<DimDate> target() {
        return DIM_DATE;
    }

    // Each column is the first of an index.
    @Override
    public List<Column<Long>> references() {
        return List.of(FACT_RENTAL.dateKeyRented, FACT_RENTAL.dateKeyReturned, FACT_PAYMENT.dateKeyPaid);
    }

    @Override
    public Stream<DimDate> expectedRows(ColumnValues values, LocalDate today) {
        return CalendarYears.around(factYears(values), today.getYear()).stream().flatMap(DimDateSync::days);
    }

    private static Stream<DimDate> days(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).map(DimDate::of);
    }

    private Set<Integer> factYears(ColumnValues values) {
        Set<Integer> years = new TreeSet<>();
        for (Column<Long> reference : references()) {
            // One index lookup finds the first date of the next year.
            OptionalLong next = values.firstFrom(reference, 0);
            while (next.isPresent()) {
                int year = (int) (next.getAsLong() / 10_000);
                years.add(year);
                next = values.firstFrom(reference, (year + 1) * 10_000L);
            }
        }
        return years;
    }
}
