package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.star.FactPaymentTable.FACT_PAYMENT;

import dev.tidemark.engine.ControlTotals;
import dev.tidemark.engine.FactDate;
import dev.tidemark.engine.Lookup;
import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.Parent;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.CustomerTable;
import dev.tidemark.sakila.source.Inventory;
import dev.tidemark.sakila.source.InventoryTable;
import dev.tidemark.sakila.source.Payment;
import dev.tidemark.sakila.source.PaymentTable;
import dev.tidemark.sakila.source.RentalTable;
import dev.tidemark.sakila.source.Staff;
import dev.tidemark.sakila.source.StaffTable;
import dev.tidemark.sakila.star.DimCustomerTable;
import dev.tidemark.sakila.star.DimStoreTable;
import dev.tidemark.sakila.star.FactPayment;
import dev.tidemark.sakila.star.FactPaymentTable;
import dev.tidemark.sakila.star.FactRentalTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Payments; their store is that of the rented copy or, without a rental, that of the member of staff. */
@Singleton
public final class FactPaymentSync implements SourceSync<Payment, FactPayment> {
    @Override
    public SourceTable<Payment> source() {
        return PaymentTable.ROWS;
    }

    @Override
    public TargetTable<FactPayment> target() {
        return FactPaymentTable.ROWS;
    }

    @Override
    public Set<String> dependsOn() {
        return Set.of(FactRentalTable.ROWS.name(), DimStoreTable.ROWS.name(), DimCustomerTable.ROWS.name());
    }

    @Override
    public List<Lookup> lookups() {
        return List.of(
                Lookup.of(
                        PAYMENT.rentalId, RentalTable.ROWS, Lookup.of(RENTAL.inventoryId, InventoryTable.ROWS)),
                Lookup.of(PAYMENT.staffId, StaffTable.ROWS));
    }

    // A deleted rental sets its payments' rental to NULL in the source and leaves their last_update alone.
    @Override
    public List<Parent> parents() {
        return List.of(
                Parent.byNaturalKey(
                        FACT_PAYMENT.rentalId,
                        FactRentalTable.ROWS,
                        SourceReference.of(PAYMENT.rentalId, RentalTable.ROWS)),
                Parent.bySurrogateKey(
                        FACT_PAYMENT.customerKey,
                        DimCustomerTable.ROWS,
                        SourceReference.of(PAYMENT.customerId, CustomerTable.ROWS)),
                Parent.bySurrogateKey(FACT_PAYMENT.storeKey, DimStoreTable.ROWS, PaymentStore.REFERENCE));
    }

    @Override
    public Function<Payment, FactPayment> mapping(Lookups lookups) {
        LongFunction<Inventory> copies = lookups.rows(InventoryTable.ROWS);
        LongFunction<Staff> staff = lookups.rows(StaffTable.ROWS);
        LongFunction<Long> stores = lookups.surrogateKeys(DimStoreTable.ROWS);
        LongFunction<Long> customers = lookups.surrogateKeys(DimCustomerTable.ROWS);
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
        return Optional.of(new PaymentTotals());
    }

    @Override
    public Optional<FactDate> factDate() {
        return Optional.of(new FactDate(PAYMENT.paymentDate, FACT_PAYMENT.dateKeyPaid));
    }
}
