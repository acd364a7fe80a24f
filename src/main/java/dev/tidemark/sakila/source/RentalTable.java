package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table rental. */
public final class RentalTable extends SourceTable<RentalTable.Rental> {
    /**
     * A rental of a copy to a customer.
     *
     * @param rentalId natural key
     * @param rentalDate null for an invalid date
     * @param returnDate null while not returned
     */
    public record Rental(
            long rentalId,
            LocalDateTime rentalDate,
            long inventoryId,
            long customerId,
            LocalDateTime returnDate,
            long staffId) {}

    public static final RentalTable RENTAL = new RentalTable();

    public final Column<Long> rentalId = key("rental_id", Rental::rentalId);
    public final Column<LocalDateTime> rentalDate = time("rental_date");
    public final Column<Long> inventoryId = number("inventory_id");
    public final Column<Long> customerId = number("customer_id");
    public final Column<LocalDateTime> returnDate = time("return_date");
    public final Column<Long> staffId = number("staff_id");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private RentalTable() {
        super("rental", row -> new Rental(
                row.number(), row.time(), row.number(), row.number(), row.time(), row.number()));
    }
}
