package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** If the source of a warehouse becomes another one, the next run compares everything, and one note says so. */
class SourceIdentityTest extends WithReplication {
    @BeforeEach
    void makeTheSourceKnown() {
        assertEquals("", tidemark.succeed("incremental").err());
    }

    @Test
    void anotherSchemaIsNotedAndItsRowsAreBroughtInExactly() {
        try (SakilaSchema other = SakilaSchema.small()) {
            other.execute(
                    "UPDATE film SET title = 'OTHER', last_update = last_update WHERE film_id IN (3, 4)",
                    "DELETE FROM payment WHERE payment_id <= 150",
                    "UPDATE city SET city = 'Other', last_update = last_update",
                    "UPDATE rental SET rental_id = 9000, last_update = last_update WHERE rental_id = 390");
            TidemarkCli elsewhere = TidemarkCli.of(other, warehouse.path());

            requireNoted(elsewhere.succeed("incremental").err(), sakila.name(), other.name());

            requireEqualToFullLoad(other);
            requireQuietAndIdle(elsewhere);
            requireNoted(tidemark.succeed("incremental", "--deep").err(), other.name(), sakila.name());
            requireEqualToFullLoad(sakila);
            requireNoted(elsewhere.succeed("full-load").err(), sakila.name(), other.name());
            requireQuietAndIdle(elsewhere);
        }
    }

    @Test
    void anotherNameOfTheSameServerIsNotedOnce() {
        String other = sakila.server().host().equals("localhost") ? "127.0.0.1" : "localhost";
        TidemarkCli renamed = tidemark.with(
                "TIDEMARK_SOURCE_URL", "jdbc:mysql://" + other + ":" + sakila.server().port() + "/" + sakila.name());
        sakila.execute(
                "UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id = 7",
                "DELETE FROM film_actor WHERE film_id = 3");

        requireNoted(
                renamed.succeed("incremental").err(), sakila.server().host() + ":", other + ":");

        requireEqualToFullLoad(sakila);
        requireQuietAndIdle(renamed);
    }

    @Test
    void anotherServerBehindTheSameNameIsNotedOnce() {
        warehouse.execute("UPDATE sync_source SET server = 'server_uuid=another'");
        sakila.execute("UPDATE payment SET amount = amount + 1, last_update = last_update WHERE payment_id = 7");

        requireNoted(tidemark.succeed("incremental").err(), "server_uuid=another", "port=");

        requireEqualToFullLoad(sakila);
        requireQuietAndIdle(tidemark);
    }

    @Test
    void aRunThatFailsLeavesTheSourceUnknown() {
        warehouse.execute("UPDATE sync_source SET server = 'server_uuid=another'");
        sakila.execute("DELETE FROM payment");
        tidemark.run("incremental").exitingWith(6);
        requireNoted(
                tidemark.succeed("incremental", "--max-deletes", "100%").err(), "server_uuid=another", "port=");
    }

    @Test
    void aRehearsalSaysItAndKeepsNothingOfIt() {
        warehouse.execute("UPDATE sync_source SET server = 'server_uuid=another'");
        requireNoted(tidemark.succeed("incremental", "--dry-run").err(), "server_uuid=another", "port=");
        assertEquals(List.of("server_uuid=another"), warehouse.rows("SELECT server FROM sync_source"));
    }

    private static void requireNoted(String err, String before, String now) {
        assertEquals(1, err.lines().count(), err);
        assertTrue(err.startsWith("tidemark: The source is not the one of the last run: it was "), err);
        assertTrue(err.endsWith("; every table was compared.\n"), err);
        int was = err.indexOf(before);
        assertTrue(was > 0 && err.indexOf(now, was) > was, err);
    }

    private void requireQuietAndIdle(TidemarkCli commands) {
        assertEquals("", commands.succeed("incremental").err());
        assertEquals("0", warehouse.lastRun("rows_read"));
    }

    private void requireEqualToFullLoad(SakilaSchema source) {
        assertEquals(StarContent.ofFullLoad(source), StarContent.byNaturalKeys(warehouse));
    }
}
