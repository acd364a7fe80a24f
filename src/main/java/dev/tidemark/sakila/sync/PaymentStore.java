package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static dev.tidemark.sakila.source.StoreTable.STORE;

import dev.tidemark.sakila.source.InventoryTable.Inventory;
import dev.tidemark.sakila.source.StaffTable.Staff;
import dev.tidemark.star.Reference;

/** Finds the store of a payment: by the references where the source computes it, and by {@link #of} for a row. */
final class PaymentStore {
    /** The rented copy. */
    static final Reference COPY =
            Reference.to(PAYMENT.rentalId, RENTAL).then(RENTAL.inventoryId, INVENTORY);

    static final Reference OF_COPY = COPY.then(INVENTORY.storeId, STORE);

    static final Reference OF_STAFF =
            Reference.to(PAYMENT.staffId, STAFF).then(STAFF.storeId, STORE);

    private PaymentStore() {}

    /** The store of the rented copy; without one that of the member of staff; null where that is unknown too. */
    static Long of(Inventory copy, Staff member) {
        if (copy != null) {
            return copy.storeId();
        }
        return member == null ? null : Long.valueOf(member.storeId());
    }
}
