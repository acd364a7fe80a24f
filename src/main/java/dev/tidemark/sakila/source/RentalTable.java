package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table rental. */
public final class RentalTable extends SourceTable<Rental> {
    public static final RentalTable RENTAL = new RentalTable();

    public final SqlColumn<Long> rentalId = key("rental_id", Rental::rentalId);
    public final SqlColumn<LocalDateTime> rentalDate = time("rental_date");
    public final SqlColumn<Long> inventoryId = number("inventory_id");
    public final SqlColumn<Long> customerId = number("customer_id");
    public final SqlColumn<LocalDateTime> returnDate = time("return_date");
    public final SqlColumn<Long> staffId = number("staff_id");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private RentalTable() {
        super("rental", Rental.class);
    }
}
