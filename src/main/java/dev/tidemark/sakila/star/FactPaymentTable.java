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

/** The warehouse's table fact_payment. */
public final class FactPaymentTable extends SqlTable {
    public static final FactPaymentTable FACT_PAYMENT = new FactPaymentTable();

    /** How its rows are written and read. */
    public static final TargetTable<FactPayment> ROWS = new TargetTable<>(
            FACT_PAYMENT,
            KeyColumns.of(FACT_PAYMENT.paymentId),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(FACT_PAYMENT.paymentId, "paymentId", FactPayment::paymentId),
                    new TargetColumn<>(FACT_PAYMENT.rentalId, "rentalId", FactPayment::rentalId),
                    new TargetColumn<>(FACT_PAYMENT.dateKeyPaid, "dateKeyPaid", FactPayment::dateKeyPaid),
                    new TargetColumn<>(FACT_PAYMENT.customerKey, "customerKey", FactPayment::customerKey),
                    new TargetColumn<>(FACT_PAYMENT.storeKey, "storeKey", FactPayment::storeKey),
                    new TargetColumn<>(FACT_PAYMENT.staffId, "staffId", FactPayment::staffId),
                    new TargetColumn<>(FACT_PAYMENT.paidAt, "paidAt", FactPayment::paidAt),
                    new TargetColumn<>(FACT_PAYMENT.amountCents, "amountCents", FactPayment::amountCents)),
            FactPaymentMapper.class,
            row -> Key.of(row.paymentId()));

    public final SqlColumn<Long> paymentId = column("payment_id", JDBCType.BIGINT);
    public final SqlColumn<Long> rentalId = column("rental_id", JDBCType.BIGINT);
    public final SqlColumn<Long> dateKeyPaid = column("date_key_paid", JDBCType.BIGINT);
    public final SqlColumn<Long> customerKey = column("customer_key", JDBCType.BIGINT);
    public final SqlColumn<Long> storeKey = column("store_key", JDBCType.BIGINT);
    public final SqlColumn<Long> staffId = column("staff_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> paidAt = column("paid_at", JDBCType.VARCHAR);
    public final SqlColumn<Long> amountCents = column("amount_cents", JDBCType.BIGINT);

    private FactPaymentTable() {
        super("fact_payment");
    }
}
