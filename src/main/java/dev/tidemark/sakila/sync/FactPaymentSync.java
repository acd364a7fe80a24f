package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.CustomerTable.CUSTOMER;
import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static dev.tidemark.sakila.star.DimCustomerTable.DIM_CUSTOMER;
import static dev.tidemark.sakila.star.DimStoreTable.DIM_STORE;
import static dev.tidemark.sakila.star.FactPaymentTable.FACT_PAYMENT;

import dev.tidemark.sakila.source.InventoryTable.Inventory;
import dev.tidemark.sakila.source.PaymentTable.Payment;
import dev.tidemark.sakila.source.StaffTable.Staff;
import dev.tidemark.sakila.star.FactPaymentTable.FactPayment;
import dev.tidemark.star.ControlTotals;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Payments; their store is that of the rented copy, or without a rental, that of the member of staff. */
@Singleton
public final class FactPaymentSync implements SourceSync<Payment, FactPayment> {
    @Override
    public SourceTable<Payment> source() {
        return PAYMENT;
    }

    @Override
    public TargetTable<FactPayment> target() {
        return FACT_PAYMENT;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                PaymentStore.OF_COPY.keyOf(DIM_STORE, FACT_PAYMENT.storeKey),
                PaymentStore.OF_STAFF.keyOf(DIM_STORE, FACT_PAYMENT.storeKey),
                Reference.to(PAYMENT.customerId, CUSTOMER).keyOf(DIM_CUSTOMER, FACT_PAYMENT.customerKey));
    }

    @Override
    public Function<Payment, FactPayment> mapping(Lookups lookups) {
        LongFunction<Inventory> copies = lookups.rows(INVENTORY);
        LongFunction<Staff> staff = lookups.rows(STAFF);
        LongFunction<Long> stores = lookups.surrogateKeys(DIM_STORE);
        LongFunction<Long> customers = lookups.surrogateKeys(DIM_CUSTOMER);
        return payment -> {
            Long storeId = PaymentStore.of(payment, copies, staff);
            return new FactPayment(
                    payment.paymentId(),
                    payment.rentalId(),
                    Values.dateKey(payment.paymentDate()),
                    customers.apply(payment.customerId()),
                    storeId == null ? null : stores.apply(storeId),
                    payment.staffId(),
                    payment.paymentDate(),
                    Values.cents(payment.amount()));
        };
    }

    @Override
    public Optional<ControlTotals> controlTotals() {
        return Optional.of(ControlTotals.by("store", FACT_PAYMENT.storeKey)
                .summing(PAYMENT.amount, Values::cents, FACT_PAYMENT.amountCents));
    }

    @Override
    public Optional<FactDate> factDate() {
        return Optional.of(new FactDate(PAYMENT.paymentDate, FACT_PAYMENT.dateKeyPaid));
    }
}
