package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the warehouse fails, the run does not wait for the rest of the source's stream, not even on a dead network. */
class AbandonedStreamTest extends WithFlakyNetwork {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final SakilaScale SEVERAL_PAGES =
            new SakilaScale(2, 2, 5, 10, 20, 3, 5, 20, 2, 2, 15, 30, 16_000, 16_000);

    AbandonedStreamTest() {
        super(Replication.of(SakilaSchema.generated(SEVERAL_PAGES, 1)));
    }

    @BeforeEach
    void fillAWarehouseThatRefusesAPayment() {
        remote.succeedAll("init", "full-load");
        // A full load creates the table anew with the statement that the file keeps.
        warehouse.execute(
                "DELETE FROM fact_payment WHERE payment_id = 100",
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ', CHECK (payment_id <> 100)) STRICT')"
                        + " WHERE name = 'fact_payment'");
    }

    @Test
    void theLoadEndsAtOnce() {
        Map<String, List<String>> before = survivor.star();
        network.once("from payment", link -> link.stallAfter(600_000));

        TidemarkCli.Result result = assertTimeout(PATIENCE, () -> remote.run("full-load")).exitingWith(70);

        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        survivor.requireUntouched(before);
    }
}
