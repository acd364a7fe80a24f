package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.sqlite.FileKind;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.support.WarehouseFile;
import dev.tidemark.support.WithUnchangedSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Somebody dropped a part of the schema: a view or an index is made anew, a table is named. */
class DroppedSchemaTest extends WithUnchangedSource {
    private static final String SCHEMA = "SELECT type, name, sql FROM sqlite_schema ORDER BY type, name";

    @Test
    void checkMissesAViewAndInitMakesItAnew() {
        List<String> before = warehouse.rows(SCHEMA);
        warehouse.execute("DROP VIEW top_films", "DROP INDEX fact_rental_by_film");
        String found = tidemark.succeed("check").out();
        assertTrue(
                found.contains("somebody dropped what Tidemark made there: index fact_rental_by_film, view top_films"),
                found);
        JsonNode done = tidemark.json(0, "init");
        assertEquals("view top_films", done.path("restored").path(1).asString());
        assertEquals(before, warehouse.rows(SCHEMA));
        warehouse.execute("DROP VIEW top_films");
        String line = tidemark.succeed("init").out();
        assertTrue(line.contains("made anew what somebody dropped (view top_films)"), line);
        found = tidemark.succeed("check").out();
        assertTrue(found.contains("all tables and views are there"), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "init", "full-load", "incremental", "incremental --deep", "validate --all", "status", "keys --table dim_actor"
    })
    void everyCommandNamesATableThatIsGone(String command) {
        warehouse.execute("PRAGMA foreign_keys = OFF", "DROP TABLE dim_actor");
        String complaint = tidemark.run(command.split(" ")).exitingWith(4).complaint();
        assertTrue(complaint.contains(" lacks what init made there: dim_actor. Try: a backup of the file;"), complaint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync_state", "sync_run", "flyway_schema_history", "sync_range"})
    void soItIsWithATableOfTheRecords(String table) {
        warehouse.execute("DROP TABLE " + table);
        for (String command : List.of("full-load", "check")) {
            var result = tidemark.run(command).exitingWith(4);
            assertTrue((result.out() + result.err()).contains(" lacks what init made there: " + table), result.err());
        }
    }

    @Test
    void ofACopyTheStateIsMendedLikewise() {
        WarehouseFile state = new WarehouseFile(folder.resolve("state.db"));
        try (var database = new WarehouseDatabase(FileKind.STATE, state.path(), Optional.empty())) {
            database.migrate();
            List<String> before = state.rows(SCHEMA);
            state.execute("DROP INDEX copy_row_target");
            assertEquals(List.of("index copy_row_target"), database.restorable());
            assertEquals(List.of("index copy_row_target"), database.migrate().restored());
            assertEquals(before, state.rows(SCHEMA));
        }
    }

    @Test
    void aCopyThatLacksAnIndexIsToldToRunInit() {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE Team (Id INTEGER PRIMARY KEY)");
        try (CopyJob job = CopyJob.in(folder, "job", source, CopyTargetKind.POSTGRESQL, "")) {
            job.cli().succeedAll("init", "full-load");
            new SqliteFile(job.state()).run("DROP INDEX copy_row_unsettled");

            String complaint = job.cli().run("incremental").exitingWith(4).err();
            assertTrue(
                    complaint.contains(" lacks what init made there: index copy_row_unsettled. Try: run init,"), complaint);
            job.cli().succeedAll("init", "incremental");
        }
    }
}
