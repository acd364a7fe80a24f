package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table fact_rental. */
public final class FactRentalTable extends TargetTable<FactRental> {
    public static final FactRentalTable FACT_RENTAL = new FactRentalTable();

    public final SqlColumn<Long> rentalId = key("rental_id", FactRental::rentalId);
    public final SqlColumn<Long> dateKeyRented = number("date_key_rented", FactRental::dateKeyRented);
    public final SqlColumn<Long> dateKeyReturned = number("date_key_returned", FactRental::dateKeyReturned);
    public final SqlColumn<Long> filmKey = number("film_key", FactRental::filmKey);
    public final SqlColumn<Long> storeKey = number("store_key", FactRental::storeKey);
    public final SqlColumn<Long> customerKey = number("customer_key", FactRental::customerKey);
    public final SqlColumn<Long> staffId = number("staff_id", FactRental::staffId);
    public final SqlColumn<Long> rentalDurationDays = number("rental_duration_days", FactRental::rentalDurationDays);
    public final SqlColumn<LocalDateTime> rentedAt = time("rented_at", FactRental::rentedAt);
    public final SqlColumn<LocalDateTime> returnedAt = time("returned_at", FactRental::returnedAt);

    private FactRentalTable() {
        super("fact_rental", FactRental.class);
    }
}
