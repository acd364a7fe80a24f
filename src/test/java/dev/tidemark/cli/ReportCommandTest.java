package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.report.ReportResult;
import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.JsonGuide;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** {@code report}: what it writes, prints and exits with. */
class ReportCommandTest extends WithReplication {
    private final Path page = folder.resolve("report.html");

    @Test
    void itNeedsTheWarehouseAloneAndChangesNothing() throws IOException {
        String before = warehouse.lastRun("*");
        var result = tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila")
                .succeed("report", "--output", page.toString());
        assertTrue(result.out().matches("The report is in .*report\\.html, \\d+\\.\\d kB\\.\\R"), result.out());
        assertEquals("", result.err());
        assertTrue(Files.readString(page).contains("none yet"));
        assertEquals(before, warehouse.lastRun("*"));
        assertEquals("", tidemark.succeed("report", "--quiet", "--output", page.toString()).out());
    }

    @Test
    void withValidateThePageShowsTheVerdictAndTheExitCodeTellsIt() throws IOException {
        tidemark.succeed("incremental");
        JsonNode right = tidemark.json(0, "report", "--validate", "--output", page.toString());
        JsonGuide.expectFields(ReportResult.class, right);
        assertEquals("EQUAL", right.path("verdict").asString());
        assertEquals(Files.size(page), right.path("bytes").asLong());
        assertTrue(Files.readString(page).contains("of all rows: "));

        warehouse.execute("DELETE FROM dim_actor WHERE actor_id = 1");
        var wrong = tidemark.run("report", "--validate", "--output", page.toString()).exitingWith(1);
        assertTrue(wrong.out().contains("The validation's verdict: different."), wrong.out());
        assertTrue(Files.readString(page).matches("(?s).*<div class=\"fact bad\">\\s*<dt>Last validation</dt>.*"));
    }

    @Test
    void theJsonHasNoVerdictWithoutAValidation() {
        JsonNode json = Json.parse(
                tidemark.succeed("report", "--format", "json", "--output", page.toString()).out());
        JsonGuide.expectFields(ReportResult.class, json);
        assertTrue(json.path("verdict").isNull());
    }

    @Test
    void aFileIsWanted() {
        assertTrue(tidemark.run("report").exitingWith(2).complaint()
                .startsWith("tidemark: Missing required option: '--output=FILE'"));
        assertTrue(tidemark.run("report", "--runs", "-1", "--output", page.toString()).exitingWith(2).complaint()
                .contains("Not a number of runs: --runs -1; it is 0 or more"));
        assertTrue(tidemark.run("report", "--output", "/none/report.html").exitingWith(2).complaint()
                .contains("Cannot write the file /none/report.html (--output)"));
    }

    @Test
    void withoutAWarehouseTheOldPageStays() throws IOException {
        Files.writeString(page, "old");
        var failed = tidemark.with("TIDEMARK_WAREHOUSE", folder.resolve("none.db").toString())
                .run("report", "--output", page.toString())
                .exitingWith(4);
        assertTrue(failed.complaint().contains("none.db"), failed.err());
        assertEquals("old", Files.readString(page));
        assertFalse(FolderContent.of(folder).files().keySet().stream().anyMatch(name -> name.contains("/.report")));
    }
}
