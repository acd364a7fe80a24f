package dev.tidemark.table;

import static dev.tidemark.sakila.source.RentalTable.RENTAL;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a declared table of the source says of itself. */
class SourceTableTest {
    private record PaymentOfRental(long paymentId, Long rentalId, Long inventoryId, Long customerId) {}

    private static final class PaymentOfRentalTable extends SourceTable<PaymentOfRental> {
        private final Column<Long> paymentId = key("payment_id", PaymentOfRental::paymentId);
        private final Column<Long> rentalId = number("rental_id");
        private final Column<Long> inventoryId = joined(rentalId, RENTAL, RENTAL.inventoryId);
        private final Column<Long> customerId = joined(rentalId, RENTAL, RENTAL.customerId);

        private PaymentOfRentalTable() {
            super("payment", row -> new PaymentOfRental(
                    row.number(), row.numberOrNull(), row.numberOrNull(), row.numberOrNull()));
        }
    }

    private final PaymentOfRentalTable payments = new PaymentOfRentalTable();

    @Test
    void severalColumnsOfOneRowTakeOneJoin() {
        assertEquals(List.of(new SourcePath.Step(payments.rentalId, RENTAL)), payments.joins());
        assertEquals(
                List.of(payments.paymentId, payments.rentalId, payments.inventoryId, payments.customerId),
                payments.rowColumns());
    }

    @Test
    void aColumnThatIsNotReadLeadsToNoJoin() {
        IllegalArgumentException failure = assertThrows(IllegalArgumentException.class, UnreadReferenceTable::new);
        assertEquals("payment.rental_id is not read, so that a change of it would be lost", failure.getMessage());
    }

    private static final class UnreadReferenceTable extends SourceTable<PaymentOfRental> {
        private UnreadReferenceTable() {
            super("payment", row -> new PaymentOfRental(
                    row.number(), row.numberOrNull(), row.numberOrNull(), row.numberOrNull()));
            joined(new Column<>(this, "rental_id", Column.Type.NUMBER), RENTAL, RENTAL.inventoryId);
        }
    }

    @Test
    void onlyItsOwnColumnsAreFingerprinted() {
        assertEquals(List.of(payments.paymentId, payments.rentalId), payments.columns());
    }
}
