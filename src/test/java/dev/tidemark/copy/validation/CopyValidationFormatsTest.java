package dev.tidemark.copy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.JsonGuide;
import dev.tidemark.support.JunitDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** A validation of a copy in each format, and the options that mean nothing to it. */
class CopyValidationFormatsTest {
    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void fill() {
        shop = Shop.filled(folder, CopyTargetKind.MYSQL);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void textHasTheCountsOfEachTableAndLeavesOutKindsThatThereAreNot() {
        List<String> lines = shop.cli().succeed("validate").out().lines().toList();
        assertTrue(lines.contains("table   source  target  carried over  verdict"), lines::toString);
        assertTrue(lines.contains("track        4       4             4  equal"), lines::toString);
        assertEquals("The target matches the source.", lines.getLast());
        assertEquals(lines, shop.cli().succeed("validate", "--format=table").out().lines().toList());
    }

    @Test
    void jsonHasTheFieldsOfTheGuide() {
        shop.inTarget("UPDATE track SET title = 'Mine' WHERE id = 12");
        JsonNode json = shop.cli().json(1, "validate");
        JsonGuide.expectFields(CopyValidationResult.class, json);
        JsonNode tracks = shop.check(1, "track");
        JsonGuide.expectFields(CopyTableCheck.class, tracks);
        JsonGuide.expectFields(CopyTableCheck.Sum.class, tracks.path("sums").get(0));
        JsonGuide.expectFields(CopyTableCheck.Reference.class, tracks.path("references").get(0));
        JsonGuide.expectFields(CopyDifference.class, tracks.path("samples").get(0));
        JsonGuide.expectFields(
                CopyDifference.Column.class, tracks.path("samples").get(0).path("columns").get(0));
    }

    @Test
    void junitHasACaseForTheRowsSumsAndReferencesOfEachTable() {
        JunitDocument right = JunitDocument.of(shop.cli().succeed("validate", "--format=junit").out());
        assertEquals(List.of("artist", "track", "track price", "track artist_id"), right.names("testcase"));
        assertEquals("0", right.suite().getAttribute("failures"));
        shop.inTarget("UPDATE track SET title = '<Mine>' WHERE id = 12");
        JunitDocument wrong = JunitDocument.of(shop.cli().run("validate", "--format=junit").exitingWith(1).out());
        assertEquals("1", wrong.suite().getAttribute("failures"));
        assertEquals("4 rows in the source, 4 in the target: 1 different", wrong.failure().getAttribute("message"));
        assertEquals("12: different; title is \"<Mine>\", should be \"Fog\"", wrong.failure().getTextContent());
    }

    @Test
    void rowsOfOthersFailTheirCaseOnWarning() {
        shop.inTarget("INSERT INTO track VALUES (99, 'Theirs', 1, 100)");
        String[] strictly = {"validate", "--format=junit", "--fail-on=warning"};
        JunitDocument document = JunitDocument.of(shop.cli().run(strictly).exitingWith(1).out());
        assertEquals("4 rows in the source, 5 in the target: 1 of others",
                document.failure().getAttribute("message"));
    }

    @Test
    void markdownIsATableOfTheChecks() {
        shop.inTarget("UPDATE track SET title = 'Mine' WHERE id = 12");
        List<String> lines =
                shop.cli().run("validate", "--format=markdown").exitingWith(1).out().lines().toList();
        assertTrue(lines.contains("**The target DIFFERS from the source.**"), lines::toString);
        assertTrue(lines.contains("| rows | `artist` | equal | 3 rows in the source, 3 in the target: equal |"),
                lines::toString);
        assertTrue(lines.contains("| sums | `track price` | equal | source 4.49, target 4.49 |"), lines::toString);
        assertTrue(lines.contains("- 12: different; title is \"Mine\", should be \"Fog\""), lines::toString);
    }

    @Test
    void theResultGoesToAFile() throws Exception {
        Path report = folder.resolve("report.md");
        String out = shop.cli().succeed("validate", "--format=markdown", "--output=" + report).out();
        assertEquals("The target matches the source. The result is in " + report + ".\n", out);
        assertTrue(Files.readString(report).startsWith("## Tidemark validation"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--days=3", "--all", "--from=2026-01-01 --to=2026-01-02"})
    void aPeriodMeansNothingToACopy(String options) {
        String[] arguments = ("validate " + options).split(" ");
        String complaint = shop.cli().run(arguments).exitingWith(2).complaint();
        String option = arguments[1].split("=")[0];
        assertTrue(complaint.contains("A copy compares all rows, so " + option + " means nothing to it"), complaint);
    }

    @Test
    void anAmountCannotBeTolerated() {
        String complaint =
                shop.cli().run("validate", "--tolerance=rows=1,amount=0.50").exitingWith(2).complaint();
        assertTrue(complaint.contains("A copy has no amounts that could be tolerated (--tolerance)"), complaint);
    }
}
