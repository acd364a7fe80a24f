package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.source.StaffTable.STAFF;

import dev.tidemark.engine.Reference;
import dev.tidemark.sakila.source.Inventory;
import dev.tidemark.sakila.source.InventoryTable;
import dev.tidemark.sakila.source.Payment;
import dev.tidemark.sakila.source.RentalTable;
import dev.tidemark.sakila.source.Staff;
import dev.tidemark.sakila.source.StaffTable;
import dev.tidemark.sakila.source.StoreTable;
import java.util.function.LongFunction;

/** The rule that gives a payment to a store. */
final class PaymentStore {
    static final Reference OF_COPY = Reference.to(PAYMENT.rentalId, RentalTable.ROWS)
            .then(RENTAL.inventoryId, InventoryTable.ROWS)
            .then(INVENTORY.storeId, StoreTable.ROWS);

    static final Reference OF_STAFF =
            Reference.to(PAYMENT.staffId, StaffTable.ROWS).then(STAFF.storeId, StoreTable.ROWS);

    private PaymentStore() {}

    /** The store of the rented copy; without one that of the member of staff; null where that is unknown too. */
    static Long of(Payment payment, LongFunction<Inventory> copies, LongFunction<Staff> staff) {
        Inventory copy = payment.inventoryId() == null ? null : copies.apply(payment.inventoryId());
        if (copy != null) {
            return copy.storeId();
        }
        Staff member = staff.apply(payment.staffId());
        return member == null ? null : Long.valueOf(member.storeId());
    }
}
