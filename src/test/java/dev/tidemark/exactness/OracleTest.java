package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The oracle finds the differences that it has to find. */
class OracleTest extends WithMirror {
    @Test
    void agreesWithAFullLoad() {
        mirror.requireExact();
        mirror.requireEqualToFullLoad();
    }

    @Test
    void namesTheRowsThatDiffer() {
        mirror.warehouse().execute(
                "UPDATE fact_payment SET amount_cents = amount_cents + 1 WHERE payment_id = 11",
                "DELETE FROM bridge_film_actor WHERE film_id = 3",
                "UPDATE fact_rental SET film_key = NULL WHERE rental_id = 5");

        String message = assertThrows(AssertionError.class, mirror::requireExact).getMessage();

        assertTrue(message.contains("fact_payment: 1 rows differ\n  11: amount_cents should be "), message);
        assertTrue(message.contains("bridge_film_actor: "), message);
        assertTrue(message.contains("  3/"), message);
        assertTrue(message.contains("fact_rental: 1 rows differ\n  5: film_id should be "), message);
    }

    @Test
    void comparesEveryTable() {
        assertEquals(StarTable.values().length, StarOracle.compute(sakila).tables().size());
        assertTrue(StarOracle.compute(sakila).tables().values().stream().noneMatch(table -> table.rows().isEmpty()));
    }

    @Test
    @EnabledIf("dev.tidemark.support.SakilaSchema#genuineAvailable")
    void agreesWithAFullLoadOfGenuineSakila() {
        try (Mirror genuine = Mirror.of(SakilaSchema.genuine()).load()) {
            genuine.requireExact();
        }
    }
}
