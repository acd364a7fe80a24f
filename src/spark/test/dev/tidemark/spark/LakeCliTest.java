package dev.tidemark.spark;

import static dev.tidemark.support.JsonGuide.expectFields;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.run.Counts;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.TableResult;
import dev.tidemark.support.Json;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.validation.TableCheck;
import dev.tidemark.validation.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the loads and the validation of a lake print is what they print of a warehouse. */
class LakeCliTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    private LakeCli lake;

    @BeforeEach
    void prepare() {
        lake = LakeCli.of(sakila, folder.resolve("lake"));
    }

    @Test
    void resultsAreTheSameDocumentsAsThoseOfAWarehouse() {
        for (String command : new String[] {"full-load", "incremental"}) {
            JsonNode load = json(command);
            expectFields(LoadResult.class, load);
            expectFields(TableResult.class, load.path("tables").get(0));
            expectFields(Counts.class, load.path("total"));
            assertEquals(command, load.path("command").asString());
            assertEquals(11, load.path("tables").size());
            assertTrue(load.path("snapshotAt").asString().matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        }
        JsonNode validation = json("validate", "--all");
        expectFields(ValidationResult.class, validation);
        expectFields(TableCheck.class, validation.path("tables").get(0));
        assertTrue(validation.path("valid").asBoolean());
    }

    @Test
    void aResultForPeopleSpeaksOfTheLakeUnlessQuiet() {
        String load = lake.succeed("full-load").out();
        assertTrue(load.startsWith("full-load done in ") && load.contains("deleted. The lake shows the source"), load);
        String validation = lake.succeed("validate", "--all").out();
        assertTrue(validation.contains("The lake matches the source."), validation);
        assertFalse(validation.contains("warehouse"), validation);
        for (String command : new String[] {"incremental", "validate", "status"}) {
            TidemarkCli.Result result = lake.succeed(command, "--quiet");
            assertEquals("", result.out() + result.err(), command);
        }
    }

    @Test
    void anAmountThatDoesNotFitIsNamedWithItsRow() {
        sakila.execute("ALTER TABLE payment MODIFY amount DECIMAL(12,2) NOT NULL");
        lake.succeed("full-load");
        sakila.execute("UPDATE payment SET amount = 123456789.01 WHERE payment_id = 7");

        for (String command : new String[] {"full-load", "incremental"}) {
            String complaint = lake.run(command).exitingWith(3).complaint();
            assertTrue(
                    complaint.contains("The lake cannot hold the amount of fact_payment 7: 123456789.01 does not fit"
                            + " DECIMAL(10,2). Try: mend that row"),
                    complaint);
            assertEquals(1, lake.version().number());
        }

        sakila.execute("UPDATE payment SET amount = 99999999.99 WHERE payment_id = 7");
        lake.succeed("incremental");
        lake.succeed("validate", "--all");
    }

    @Test
    void verbosePrintsTheTraceOfAFailure() {
        TidemarkCli.Result failure = lake.run("incremental", "--verbose").exitingWith(4);

        assertTrue(failure.err().startsWith("tidemark: The lake file:"), failure::err);
        assertTrue(failure.err().contains("was never loaded. Try: full-load first."), failure::err);
        assertTrue(failure.err().contains("\n\tat dev.tidemark.spark"), failure::err);
    }

    @Test
    void aWrongLoginIsOneLine() {
        String complaint = lake.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("full-load").exitingWith(3).complaint();
        assertTrue(complaint.contains("refuses the login of user"), complaint);
        assertFalse(Files.exists(lake.lake()), "made a lake");
    }

    private JsonNode json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--format";
        all[arguments.length + 1] = "json";
        TidemarkCli.Result result = lake.succeed(all);
        assertEquals("", result.err());
        return Json.parse(result.out());
    }
}
