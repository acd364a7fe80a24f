package dev.tidemark.sakila.sync;

import dev.tidemark.sakila.source.Inventory;
import dev.tidemark.sakila.source.Payment;
import dev.tidemark.sakila.source.Staff;
import java.util.function.LongFunction;

/** The rule that gives a payment to a store. */
final class PaymentStore {
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
