package dev.tidemark.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.StarContent;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Dry runs, loads that leave tables out, and loads that read history again. */
class LoadOptionsTest extends WithReplication {
    private static final String[] CHANGES = {
        "UPDATE film SET title = 'RENAMED' WHERE film_id = 3",
        "UPDATE country SET country = 'ATLANTIS' WHERE country_id = 1",
        "DELETE FROM rental WHERE rental_id = 9",
        "UPDATE inventory SET store_id = 3 - store_id WHERE inventory_id = 1",
        "INSERT INTO actor (first_name, last_name) VALUES ('NEW', 'ACTOR')"
    };

    @BeforeEach
    void change() {
        tidemark.succeed("incremental");
        sakila.execute(CHANGES);
    }

    @Test
    void aRehearsalTellsWhatTheLoadDoesAndLeavesNoTrace() {
        for (String command : List.of("incremental", "full-load")) {
            FolderContent before = FolderContent.of(folder);
            JsonNode rehearsed = tidemark.json(0, command, "--dry-run");
            assertEquals(before, FolderContent.of(folder));
            assertEquals(0, rehearsed.path("runId").asLong());
            assertTrue(tidemark.succeed(command, "--dry-run").out().endsWith(". Nothing was written.\n"));

            JsonNode done = tidemark.json(0, command);

            assertEquals(done.path("total"), rehearsed.path("total"));
            assertTrue(done.path("total").path("inserted").asLong() > 0, done::toString);
        }
    }

    @Test
    void onlyTheTablesThatAreNamedChange() {
        JsonNode result = tidemark.json(0, "incremental", "--tables", "dim_film,dim_actor");
        assertEquals(
                List.of("dim_actor", "dim_film"),
                Json.elements(result.path("tables")).map(table -> table.path("table").asString()).toList());
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_film WHERE title = 'RENAMED'"));
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE last_name = 'ACTOR'"));
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_customer WHERE country = 'ATLANTIS'"));
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM fact_rental WHERE rental_id = 9"));
    }

    @Test
    void afterLoadsOfPartsTheNextIncrementalBringsAllThatIsLeft() {
        tidemark.succeed("incremental", "--tables", "dim_film");
        tidemark.succeed("incremental", "--tables", "dim_film,dim_store,dim_staff,dim_customer,fact_rental");
        tidemark.succeed("full-load", "--tables", "dim_actor,dim_film,bridge_film_actor");
        tidemark.succeed("incremental");

        tidemark.succeed("validate", "--all", "--fail-on", "warning");
        assertEquals(StarContent.ofFullLoad(sakila), StarContent.byNaturalKeys(warehouse));
    }

    @Test
    void aTableWithoutThoseThatItDependsOnIsRefused() {
        FolderContent before = FolderContent.of(folder);
        String complaint = tidemark.run("incremental", "--tables", "fact_rental,dim_film").exitingWith(2).complaint();
        assertTrue(complaint.contains("fact_rental depends on dim_customer, dim_staff, dim_store (--tables)."
                + " Try: --tables dim_customer,dim_film,dim_store,dim_staff,fact_rental."), complaint);
        String misspelt = tidemark.run("full-load", "--tables", "dim_fil").exitingWith(2).complaint();
        assertTrue(misspelt.contains("There is no table \"dim_fil\" (--tables). Try: dim_film."), misspelt);
        assertEquals(before, FolderContent.of(folder));
    }

    @Test
    void aParentThatIsGoneNeedsItsChildren() {
        sakila.execute("DELETE FROM film_actor WHERE actor_id = 2", "DELETE FROM actor WHERE actor_id = 2");
        warehouse.execute(
                "CREATE TABLE notes (film_key INTEGER REFERENCES dim_film)", "INSERT INTO notes VALUES (-1)");
        String complaint = tidemark.run("incremental", "--tables", "dim_actor").exitingWith(2).complaint();
        assertEquals(
                complaint,
                tidemark.run("incremental", "--tables", "dim_actor", "--dry-run").exitingWith(2).complaint());
        assertTrue(
                complaint.contains("Rows of bridge_film_actor refer to rows of dim_actor that are gone, and"
                        + " bridge_film_actor is not among the tables to load (--tables). Try: --tables with"
                        + " bridge_film_actor too; nothing of this run was kept."),
                complaint);
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE actor_id = 2"));
        tidemark.succeed("incremental", "--tables", "dim_actor,dim_film,bridge_film_actor");
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE actor_id = 2"));
    }

    @Test
    void historyIsReadAgainSinceTheMomentThatIsNamed() {
        tidemark.succeed("incremental");
        sakila.execute(
                "UPDATE actor SET last_update = '2020-05-05 05:05:05' WHERE actor_id = 4",
                "UPDATE category SET last_update = '2019-01-01 00:00:00' WHERE category_id = 4");
        tidemark.succeed("incremental");
        warehouse.execute(
                "UPDATE dim_actor SET first_name = 'SPOILT' WHERE actor_id = 4",
                "UPDATE dim_category SET name = 'Spoilt' WHERE category_id = 4");
        tidemark.succeed("incremental", "--since", "2020-05-06");
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE first_name = 'SPOILT'"));
        for (String since : List.of("2020-05-05T07:05:05+02:00", "2020-05-05 05:05", "2020-05-05")) {
            warehouse.execute("UPDATE dim_actor SET first_name = 'SPOILT' WHERE actor_id = 4");
            tidemark.succeed("incremental", "--since", since);
            assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE first_name = 'SPOILT'"));
        }
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_category WHERE name = 'Spoilt'"));
    }

    @Test
    void rowsThatChangedBeforeThatMomentAreNotReadAgain() {
        sakila.execute("UPDATE actor SET last_update = '2020-05-05 05:05:05'");
        tidemark.succeed("incremental");
        warehouse.execute("UPDATE dim_actor SET first_name = 'SPOILT' WHERE actor_id = 4");
        tidemark.succeed("incremental", "--since", "2020-05-05T05:05:06Z");
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM dim_actor WHERE first_name = 'SPOILT'"));
    }

    @Test
    void historyIsReadAgainOfRowsThatTakeContentFromOthers() {
        tidemark.succeed("incremental");
        warehouse.execute("UPDATE dim_customer SET city = 'Spoilt'");
        sakila.execute("UPDATE city SET last_update = '2021-01-01'", "UPDATE customer SET last_update = '2000-01-01'");
        tidemark.succeed("incremental", "--since", "2020-12-31");
        assertEquals(0, warehouse.queryLong("SELECT count(*) FROM dim_customer WHERE city = 'Spoilt'"));
    }

    @Test
    void aMomentLaterThanTheSnapshotLeavesNothingOut() {
        TidemarkCli ahead = tidemark.at(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        Instant later = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.SECONDS);
        ahead.succeed("incremental", "--since", later.toString());
        tidemark.succeed("validate", "--all", "--fail-on", "warning");
    }
}
