package dev.tidemark.sakila.source;

import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table payment. */
public final class PaymentTable extends SqlTable {
    public static final PaymentTable PAYMENT = new PaymentTable();

    /**
     * How its rows are read: with the copy of the rental, the one thing that a payment needs of its rental. Rentals are
     * as many as payments, so a table of them in memory would grow with the source.
     */
    public static final SourceTable<Payment> ROWS = SourceTable.of(
            PAYMENT,
            KeyColumns.of(PAYMENT.paymentId),
            PAYMENT.lastUpdate,
            List.of(
                    PAYMENT.paymentId, PAYMENT.customerId, PAYMENT.staffId, PAYMENT.rentalId, PAYMENT.amount,
                    PAYMENT.paymentDate),
            PaymentMapper.class,
            row -> Key.of(row.paymentId()))
            .readBy(() -> select(
                            PAYMENT.paymentId, PAYMENT.customerId, PAYMENT.staffId, PAYMENT.rentalId,
                            RENTAL.inventoryId, PAYMENT.amount, PAYMENT.paymentDate)
                    .from(PAYMENT)
                    .leftJoin(RENTAL, on(PAYMENT.rentalId, equalTo(RENTAL.rentalId))));

    public final SqlColumn<Long> paymentId = column("payment_id", JDBCType.BIGINT);
    public final SqlColumn<Long> customerId = column("customer_id", JDBCType.BIGINT);
    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<Long> rentalId = column("rental_id", JDBCType.BIGINT);
    public final SqlColumn<BigDecimal> amount = column("amount", JDBCType.DECIMAL);
    public final SqlColumn<LocalDateTime> paymentDate = column("payment_date", JDBCType.TIMESTAMP);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private PaymentTable() {
        super("payment");
    }
}
