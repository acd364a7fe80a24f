package dev.tidemark.sakila.source;

import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;

import dev.tidemark.sql.SourceTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/**
 * Sakila's table payment, with the copy of the rental, the one thing that a payment needs of its rental. Rentals are as
 * many as payments, so a table of them in memory would grow with the source.
 */
public final class PaymentTable extends SourceTable<Payment> {
    public static final PaymentTable PAYMENT = new PaymentTable();

    public final SqlColumn<Long> paymentId = key("payment_id", Payment::paymentId);
    public final SqlColumn<Long> customerId = number("customer_id");
    public final SqlColumn<Long> staffId = number("staff_id");
    public final SqlColumn<Long> rentalId = number("rental_id");
    public final SqlColumn<Long> inventoryId = joined(RENTAL.inventoryId);
    public final SqlColumn<BigDecimal> amount = decimal("amount");
    public final SqlColumn<LocalDateTime> paymentDate = time("payment_date");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private PaymentTable() {
        super("payment", Payment.class);
    }

    @Override
    public QueryExpressionDSL<SelectModel> rows() {
        return super.rows().leftJoin(RENTAL, on(rentalId, equalTo(RENTAL.rentalId)));
    }
}
