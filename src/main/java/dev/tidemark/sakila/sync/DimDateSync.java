package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.star.DimDateTable.DIM_DATE;
import static dev.tidemark.sakila.star.FactPaymentTable.FACT_PAYMENT;
import static dev.tidemark.sakila.star.FactRentalTable.FACT_RENTAL;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.sakila.star.DimDate;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.ScalarMapper;
import dev.tidemark.sql.TargetTable;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.star.DerivedSync;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mybatis.dynamic.sql.SqlColumn;

/** The calendar: whole years, as far as facts need them. */
@Singleton
public final class DimDateSync implements DerivedSync<DimDate> {
    /** The dates that facts refer to, each at the head of an index. */
    private static final List<SqlColumn<Long>> REFERENCES =
            List.of(FACT_RENTAL.dateKeyRented, FACT_RENTAL.dateKeyReturned, FACT_PAYMENT.dateKeyPaid);

    @Override
    public TargetTable<DimDate> target() {
        return DIM_DATE;
    }

    @Override
    public Set<String> dependsOn() {
        return Set.of(FACT_RENTAL.name(), FACT_PAYMENT.name());
    }

    @Override
    public Stream<DimDate> expectedRows(WarehouseSession session, LocalDate today) {
        return CalendarYears.around(factYears(session), today.getYear()).stream().flatMap(DimDateSync::days);
    }

    private static Stream<DimDate> days(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1)).map(DimDate::of);
    }

    private static Set<Integer> factYears(WarehouseSession session) {
        Set<Integer> years = new TreeSet<>();
        for (SqlColumn<Long> reference : REFERENCES) {
            // From the first date of one year to the first of the next there is one step down an index.
            List<Long> next = firstFrom(session, reference, 0);
            while (!next.isEmpty()) {
                int year = (int) (next.getFirst() / 10_000);
                years.add(year);
                next = firstFrom(session, reference, (year + 1) * 10_000L);
            }
        }
        return years;
    }

    private static List<Long> firstFrom(WarehouseSession session, SqlColumn<Long> reference, long dateKey) {
        return session.mapper(ScalarMapper.class)
                .numbers(Rendered.select(select(reference)
                        .from(reference.table())
                        .where(reference, isGreaterThanOrEqualTo(dateKey))
                        .orderBy(reference)
                        .limit(1)));
    }
}
