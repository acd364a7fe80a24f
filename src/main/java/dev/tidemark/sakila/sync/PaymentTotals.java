package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.star.FactPaymentTable.FACT_PAYMENT;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sum;

import dev.tidemark.mysql.SourceSnapshot;
import dev.tidemark.sql.SourcePath;
import dev.tidemark.sqlite.WarehouseSession;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.Total;
import dev.tidemark.star.TotalsScope;
import java.math.BigDecimal;
import java.util.SortedMap;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/** Payments and their sums by store. */
record PaymentTotals() implements ControlTotals {
    @Override
    public String group() {
        return "store";
    }

    @Override
    public SortedMap<Long, Total> ofSource(SourceSnapshot source, TotalsScope scope) {
        SourcePath ofCopy = PaymentStore.OF_COPY.path();
        SourcePath ofStaff = PaymentStore.OF_STAFF.path();
        QueryExpressionDSL<SelectModel> payments = select(
                        ofCopy.column().as("first_group"),
                        ofStaff.column().as("second_group"),
                        count().as("row_count"),
                        sum(PAYMENT.amount).as("amount"))
                .from(PAYMENT);
        return StoreTotals.ofSource(
                source,
                ofStaff.leftJoinedTo(ofCopy.leftJoinedTo(payments))
                        .where(PAYMENT.paymentDate, scope.times())
                        .and(PAYMENT.paymentId, scope.keys())
                        .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                        .groupBy(ofCopy.column(), ofStaff.column()),
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
