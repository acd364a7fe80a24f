package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table fact_rental. */
public final class FactRentalTable extends TargetTable<FactRentalTable.FactRental> {
    /**
     * A rental.
     *
     * @param rentalId natural key
     * @param dateKeyRented YYYYMMDD; null where the source holds an invalid date or NULL
     * @param dateKeyReturned YYYYMMDD; null while not returned
     * @param filmKey null where the source has no such film
     * @param storeKey the copy's store; null where the source has no such store
     * @param customerKey null where the source has no such customer
     * @param staffKey null where the source has no such member of staff
     * @param rentalDurationDays calendar days; null while not returned
     * @param rentedAt UTC
     * @param returnedAt UTC; null while not returned
     */
    public record FactRental(
            long rentalId,
            Long dateKeyRented,
            Long dateKeyReturned,
            Long filmKey,
            Long storeKey,
            Long customerKey,
            long staffId,
            Long staffKey,
            Long rentalDurationDays,
            LocalDateTime rentedAt,
            LocalDateTime returnedAt) {}

    public static final FactRentalTable FACT_RENTAL = new FactRentalTable();

    public final Column<Long> rentalId = key("rental_id", FactRental::rentalId);
    public final Column<Long> dateKeyRented = number("date_key_rented", FactRental::dateKeyRented);
    public final Column<Long> dateKeyReturned = number("date_key_returned", FactRental::dateKeyReturned);
    public final Column<Long> filmKey = number("film_key", FactRental::filmKey);
    public final Column<Long> storeKey = number("store_key", FactRental::storeKey);
    public final Column<Long> customerKey = number("customer_key", FactRental::customerKey);
    public final Column<Long> staffId = number("staff_id", FactRental::staffId);
    public final Column<Long> staffKey = number("staff_key", FactRental::staffKey);
    public final Column<Long> rentalDurationDays = number("rental_duration_days", FactRental::rentalDurationDays);
    public final Column<LocalDateTime> rentedAt = time("rented_at", FactRental::rentedAt);
    public final Column<LocalDateTime> returnedAt = time("returned_at", FactRental::returnedAt);

    private FactRentalTable() {
        super("fact_rental", row -> new FactRental(
                row.number(), row.numberOrNull(), row.numberOrNull(), row.numberOrNull(), row.numberOrNull(),
                row.numberOrNull(), row.number(), row.numberOrNull(), row.numberOrNull(), row.time(), row.time()));
    }
}
