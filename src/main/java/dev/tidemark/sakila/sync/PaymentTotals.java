package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static dev.tidemark.sakila.star.FactPaymentTable.FACT_PAYMENT;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sum;

import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.engine.ControlTotals;
import dev.tidemark.engine.Total;
import dev.tidemark.engine.TotalsScope;
import java.math.BigDecimal;
import java.util.SortedMap;

/** Payments and their sums by store. */
record PaymentTotals() implements ControlTotals {
    @Override
    public String group() {
        return "store";
    }

    @Override
    public SortedMap<Long, Total> ofSource(SourceSnapshot source, TotalsScope scope) {
        return StoreTotals.ofSource(
                source,
                select(
                                INVENTORY.storeId.as("first_group"),
                                STAFF.storeId.as("second_group"),
                                count().as("row_count"),
                                sum(PAYMENT.amount).as("amount"))
                        .from(PAYMENT)
                        .leftJoin(RENTAL, on(PAYMENT.rentalId, equalTo(RENTAL.rentalId)))
                        .leftJoin(INVENTORY, on(RENTAL.inventoryId, equalTo(INVENTORY.inventoryId)))
                        .leftJoin(STAFF, on(PAYMENT.staffId, equalTo(STAFF.staffId)))
                        .where(PAYMENT.paymentDate, scope.times())
                        .and(PAYMENT.paymentId, scope.keys())
                        .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                        .groupBy(INVENTORY.storeId, STAFF.storeId),
                Values::cents);
    }

    @Override
    public SortedMap<Long, Total> ofWarehouse(WarehouseSession warehouse, TotalsScope scope) {
        return StoreTotals.ofWarehouse(
                warehouse,
                StoreTotals.ofFacts(
                        FACT_PAYMENT,
                        FACT_PAYMENT.paymentId,
                        FACT_PAYMENT.storeKey,
                        FACT_PAYMENT.dateKeyPaid,
                        sum(FACT_PAYMENT.amountCents),
                        scope),
                BigDecimal::longValueExact);
    }
}
