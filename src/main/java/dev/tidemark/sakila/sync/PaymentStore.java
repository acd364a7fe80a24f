package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.InventoryTable.INVENTORY;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static dev.tidemark.sakila.source.StaffTable.STAFF;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;

import dev.tidemark.orm.Coalesce;
import dev.tidemark.orm.SourceReference;
import dev.tidemark.sakila.source.Inventory;
import dev.tidemark.sakila.source.Payment;
import dev.tidemark.sakila.source.Staff;
import dev.tidemark.sakila.source.StoreTable;
import java.util.function.LongFunction;

/** The rule that gives a payment to a store. */
final class PaymentStore {
    /** The same rule as the source's tables tell it. */
    static final SourceReference REFERENCE = new SourceReference(
            StoreTable.ROWS, Coalesce.of(INVENTORY.storeId, STAFF.storeId), payments -> payments
                    .leftJoin(RENTAL, on(PAYMENT.rentalId, equalTo(RENTAL.rentalId)))
                    .leftJoin(INVENTORY, on(RENTAL.inventoryId, equalTo(INVENTORY.inventoryId)))
                    .leftJoin(STAFF, on(PAYMENT.staffId, equalTo(STAFF.staffId))));

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
