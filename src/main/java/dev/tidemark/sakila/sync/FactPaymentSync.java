package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.CustomerTable.CUSTOMER;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static dev.tidemark.sakila.star.DimCustomerTable.DIM_CUSTOMER;
import static dev.tidemark.sakila.star.DimFilmTable.DIM_FILM;
import static dev.tidemark.sakila.star.DimStaffTable.DIM_STAFF;
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

/** Payments; their film and store are those of the rented copy. Without a rental, the store is the staff's. */
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
                PaymentStore.COPY.then(INVENTORY.filmId, FILM).keyOf(DIM_FILM, FACT_PAYMENT.filmKey),
                Reference.to(PAYMENT.staffId, STAFF).keyOf(DIM_STAFF, FACT_PAYMENT.staffKey),
                Reference.to(PAYMENT.customerId, CUSTOMER).keyOf(DIM_CUSTOMER, FACT_PAYMENT.customerKey));
    }

    @Override
    public Function<Payment, FactPayment> mapping(Lookups lookups) {
        LongFunction<Inventory> copies = lookups.rows(INVENTORY);
        LongFunction<Staff> staff = lookups.rows(STAFF);
        LongFunction<Long> films = lookups.surrogateKeys(DIM_FILM);
        LongFunction<Long> staffKeys = lookups.surrogateKeys(DIM_STAFF);
        LongFunction<Long> stores = lookups.surrogateKeys(DIM_STORE);
        LongFunction<Long> customers = lookups.surrogateKeys(DIM_CUSTOMER);
        return payment -> {
            Inventory copy = payment.inventoryId() == null ? null : copies.apply(payment.inventoryId());
            Long storeId = PaymentStore.of(copy, staff.apply(payment.staffId()));
            return new FactPayment(
                    payment.paymentId(),
                    payment.rentalId(),
                    Values.dateKey(payment.paymentDate()),
                    customers.apply(payment.customerId()),
                    storeId == null ? null : stores.apply(storeId),
                    copy == null ? null : films.apply(copy.filmId()),
                    payment.staffId(),
                    staffKeys.apply(payment.staffId()),
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
