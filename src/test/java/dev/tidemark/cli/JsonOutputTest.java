package dev.tidemark.cli;

import static dev.tidemark.support.JsonGuide.expectFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.check.CheckResult;
import dev.tidemark.check.Finding;
import dev.tidemark.keys.KeyEntry;
import dev.tidemark.run.Counts;
import dev.tidemark.star.Total;
import dev.tidemark.star.load.InitResult;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.TableResult;
import dev.tidemark.star.load.TableRows;
import dev.tidemark.status.StatusResult;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import dev.tidemark.validation.RowDifference;
import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.TotalCheck;
import dev.tidemark.validation.ValidationResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** With {@code --format json} stdout is one document that has every field, null or not. */
class JsonOutputTest extends WithReplication {
    @Test
    void init() {
        JsonNode json = json("init");
        expectFields(InitResult.class, json);
        expectFields(TableRows.class, json.path("tables").get(0));
        assertEquals(warehouse.path().toString(), json.path("warehouse").asString());
        assertEquals(15, json.path("sourceTables").asInt());
        assertEquals(0, json.path("migrations").asInt());
        assertEquals(400, Json.find(json.path("tables"), "table", "fact_rental").path("rows").asLong());
    }

    @Test
    void loads() {
        for (String command : List.of("full-load", "incremental")) {
            JsonNode json = json(command);
            expectFields(LoadResult.class, json);
            expectFields(TableResult.class, json.path("tables").get(0));
            expectFields(Counts.class, json.path("total"));
            assertEquals(command, json.path("command").asString());
            assertEquals(11, json.path("tables").size());
            assertEquals(0, json.path("notes").size());
            assertTrue(json.path("snapshotAt").asString().matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        }
    }

    @Test
    void validate() {
        warehouse.execute(
                "UPDATE dim_film SET rating = NULL WHERE film_id = 1", "DELETE FROM dim_actor WHERE actor_id = 1");
        JsonNode json = Json.parse(tidemark.run("validate", "--all", "--format=JSON").exitingWith(1).out());
        expectFields(ValidationResult.class, json);
        JsonNode films = Json.find(json.path("tables"), "table", "dim_film");
        expectFields(TableCheck.class, films);
        expectFields(RowDifference.class, films.path("samples").get(0));
        expectFields(RowDifference.ColumnDifference.class, films.path("samples").get(0).path("columns").get(0));
        assertTrue(films.path("samples").get(0).path("columns").get(0).path("warehouse").isNull());
        expectFields(TotalCheck.class, json.path("totals").get(0));
        expectFields(Total.class, json.path("totals").get(0).path("source"));
        expectFields(ValidationResult.OrphanCheck.class, json.path("orphans").get(0));
    }

    @Test
    void status() {
        JsonNode json = json("status");
        expectFields(StatusResult.class, json);
        expectFields(StatusResult.Table.class, json.path("tables").get(0));
        expectFields(StatusResult.Run.class, json.path("runs").get(0));
        expectFields(Counts.class, json.path("runs").get(0).path("counts"));
        assertTrue(json.path("sourceFailure").isNull());
    }

    @Test
    void notesGoToStderr() {
        TidemarkCli.Result result = tidemark.succeed("incremental", "--format", "json", "--detect", "timestamps");
        assertEquals(1, Json.parse(result.out()).path("notes").size());
        assertEquals("tidemark: " + Json.parse(result.out()).path("notes").get(0).asString() + "\n", result.err());
    }

    @Test
    void check() {
        JsonNode json = tidemark.json(0, "check");
        expectFields(CheckResult.class, json);
        expectFields(Finding.class, json.path("findings").get(0));
    }

    @Test
    void keys() {
        expectFields(KeyEntry.class, tidemark.json(0, "keys").get(0));
    }

    private JsonNode json(String command) {
        TidemarkCli.Result result = tidemark.succeed(command, "--format", "json");
        assertEquals("", result.err());
        assertEquals(1, result.out().lines().count());
        return Json.parse(result.out());
    }
}
