package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table fact_rental. */
public final class FactRentalTable extends SqlTable {
    public static final FactRentalTable FACT_RENTAL = new FactRentalTable();

    /** How its rows are written and read. */
    public static final TargetTable<FactRental> ROWS = new TargetTable<>(
            FACT_RENTAL,
            KeyColumns.of(FACT_RENTAL.rentalId),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(FACT_RENTAL.rentalId, "rentalId", FactRental::rentalId),
                    new TargetColumn<>(FACT_RENTAL.dateKeyRented, "dateKeyRented", FactRental::dateKeyRented),
                    new TargetColumn<>(FACT_RENTAL.dateKeyReturned, "dateKeyReturned", FactRental::dateKeyReturned),
                    new TargetColumn<>(FACT_RENTAL.filmKey, "filmKey", FactRental::filmKey),
                    new TargetColumn<>(FACT_RENTAL.storeKey, "storeKey", FactRental::storeKey),
                    new TargetColumn<>(FACT_RENTAL.customerKey, "customerKey", FactRental::customerKey),
                    new TargetColumn<>(FACT_RENTAL.staffId, "staffId", FactRental::staffId),
                    new TargetColumn<>(
                            FACT_RENTAL.rentalDurationDays, "rentalDurationDays", FactRental::rentalDurationDays),
                    new TargetColumn<>(FACT_RENTAL.rentedAt, "rentedAt", FactRental::rentedAt),
                    new TargetColumn<>(FACT_RENTAL.returnedAt, "returnedAt", FactRental::returnedAt)),
            FactRentalMapper.class,
            row -> Key.of(row.rentalId()));

    public final SqlColumn<Long> rentalId = column("rental_id", JDBCType.BIGINT);
    public final SqlColumn<Long> dateKeyRented = column("date_key_rented", JDBCType.BIGINT);
    public final SqlColumn<Long> dateKeyReturned = column("date_key_returned", JDBCType.BIGINT);
    public final SqlColumn<Long> filmKey = column("film_key", JDBCType.BIGINT);
    public final SqlColumn<Long> storeKey = column("store_key", JDBCType.BIGINT);
    public final SqlColumn<Long> customerKey = column("customer_key", JDBCType.BIGINT);
    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<Long> rentalDurationDays = column("rental_duration_days", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> rentedAt = column("rented_at", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> returnedAt = column("returned_at", JDBCType.VARCHAR);

    private FactRentalTable() {
        super("fact_rental");
    }
}
