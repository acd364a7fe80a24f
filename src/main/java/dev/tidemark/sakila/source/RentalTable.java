package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table rental. */
public final class RentalTable extends SqlTable {
    public static final RentalTable RENTAL = new RentalTable();

    /** How its rows are read. */
    public static final SourceTable<Rental> ROWS = SourceTable.of(
            RENTAL,
            KeyColumns.of(RENTAL.rentalId),
            RENTAL.lastUpdate,
            List.of(
                    RENTAL.rentalId, RENTAL.rentalDate, RENTAL.inventoryId, RENTAL.customerId, RENTAL.returnDate,
                    RENTAL.staffId),
            RentalMapper.class,
            row -> Key.of(row.rentalId()));

    public final SqlColumn<Long> rentalId = column("rental_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> rentalDate = column("rental_date", JDBCType.TIMESTAMP);
    public final SqlColumn<Long> inventoryId = column("inventory_id", JDBCType.BIGINT);
    public final SqlColumn<Long> customerId = column("customer_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> returnDate = column("return_date", JDBCType.TIMESTAMP);
    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private RentalTable() {
        super("rental");
    }
}
