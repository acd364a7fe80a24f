package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Json;
import dev.tidemark.support.Replication;
import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is said of a source that can be read exactly, but not as quickly as others, or not at all. */
class MessagesOnSourcesTest extends WithReplication {
    MessagesOnSourcesTest() {
        super(Replication.small());
    }

    @Test
    void aKeyThatIsNoWholeNumberIsNamedBeforeThereIsAWarehouse() {
        sakila.execute("ALTER TABLE payment MODIFY payment_id DECIMAL(10, 0) NOT NULL");

        String complaint = tidemark.run("init").exitingWith(3).complaint();

        String expected = "The key payment.payment_id of the source is decimal(10,0), not a whole number. Try: ";
        assertTrue(complaint.contains(expected), complaint);
        assertEquals(false, warehouse.path().toFile().exists());
    }

    @Test
    void whetherUntouchedTablesAreReadIsTold() {
        tidemark.succeed("init");

        JsonNode finding = finding("marks");

        boolean isMariaDb = sakila.server().isMariaDb();
        assertEquals(isMariaDb ? "NOTE" : "OK", finding.path("level").asString());
        assertEquals(
                isMariaDb
                        ? "the server does not tell reliably which tables nobody touched: every incremental scans all"
                                + " tables"
                        : "the server tells which tables nobody touched: an incremental does not read them",
                finding.path("text").asString());
    }

    private JsonNode finding(String name) {
        return Json.find(tidemark.json(0, "check").path("findings"), "name", name);
    }
}
