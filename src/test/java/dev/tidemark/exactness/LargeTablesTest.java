package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.Test;

/** Tables of more than 100,000 rows: there the load does not sum up by group, and does not hold the key of every row. */
class LargeTablesTest {
    private static final long ROWS = 400 << 8;

    @Test
    void areExactWhenEveryRowChangesOnEitherSide() {
        try (Mirror mirror = Mirror.of(large()).load()) {
            mirror.source().execute("UPDATE payment SET amount = amount + 0.01");
            mirror.incremental();
            assertEquals(ROWS, mirror.rowsWrittenByTheLastRun());

            mirror.warehouse().execute("UPDATE fact_payment SET amount_cents = amount_cents + 1");
            String whole = deepWithTrigger(mirror);
            assertTrue(whole.contains("After the load fact_payment holds " + ROWS + " rows with "), whole);
            mirror.tidemark().succeed("incremental", "--deep");
            assertEquals(ROWS, mirror.rowsWrittenByTheLastRun());
            mirror.requireExact();

            mirror.warehouse().execute("UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id < 9");
            String part = deepWithTrigger(mirror);
            assertTrue(part.contains("After the load fact_payment holds for store "), part);
        }
    }

    // The complaint of a load of which a trigger spoils a row.
    private static String deepWithTrigger(Mirror mirror) {
        mirror.warehouse().execute("CREATE TRIGGER less AFTER UPDATE ON fact_payment WHEN NEW.payment_id = 7 BEGIN"
                + " UPDATE fact_payment SET amount_cents = amount_cents - 1 WHERE payment_id = 7; END");
        String complaint = mirror.tidemark().run("incremental", "--deep").exitingWith(70).complaint();
        mirror.warehouse().execute("DROP TRIGGER less");
        return complaint;
    }

    private static SakilaSchema large() {
        SakilaSchema source = SakilaSchema.small();
        for (long rows = 400; rows < ROWS; rows *= 2) {
            source.execute("INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                    + " SELECT customer_id, staff_id, rental_id, amount, payment_date FROM payment");
        }
        return source;
    }
}
