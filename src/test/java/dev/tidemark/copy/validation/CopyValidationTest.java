package dev.tidemark.copy.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.support.Json;
import dev.tidemark.support.OneIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What a validation of a copy finds, and what it takes for right. */
@ParameterizedClass
@MethodSource("kinds")
class CopyValidationTest {
    @Parameter
    private CopyTargetKind kind;

    @TempDir
    private Path folder;

    static Stream<CopyTargetKind> kinds() {
        CopyTargetKind[] all = CopyTargetKind.values();
        return Boolean.getBoolean("tidemark.thorough")
                ? Stream.of(all)
                : Stream.of(all[OneIn.Choice.number() % all.length]);
    }

    @Test
    void aCopyThatNobodyTouchedIsEqualInAllRespects() {
        try (Shop shop = Shop.filled(folder, kind)) {
            assertEquals("3 0 0 0 0 0 EQUAL", shop.counts(0, "artist", "--fail-on=warning"));
            JsonNode tracks = shop.check(0, "track");
            assertEquals(4, tracks.path("sourceRows").asLong());
            assertEquals(4, tracks.path("targetRows").asLong());
            assertEquals(tracks.path("sourceChecksum"), tracks.path("targetChecksum"));
            assertTrue(tracks.path("sourceChecksum").asString().matches("(?!0{64})[0-9a-f]{64}"), tracks::toString);
            assertEquals("[{\"column\":\"price\",\"source\":\"4.49\",\"target\":\"4.49\",\"verdict\":\"EQUAL\"}]",
                    tracks.path("sums").toString());
            assertEquals("[{\"columns\":[\"artist_id\"],\"parent\":\"artist\",\"orphans\":0}]",
                    tracks.path("references").toString());
        }
    }

    @Test
    void rowsThatChangedInTheSourceArePendingUntilTheNextIncremental() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inSource(
                    "INSERT INTO track VALUES (14, 'Hut', 3, 1)",
                    "UPDATE track SET title = 'Fig' WHERE id = 12",
                    "DELETE FROM track WHERE id = 10");
            assertEquals("4 3 0 0 0 0 PENDING", shop.counts(0, "track"));
            assertEquals("[]", shop.check(0, "track").path("sums").toString());
            assertEquals("3 0 0 0 0 0 EQUAL", shop.counts(1, "artist", "--fail-on=warning"));
            String text = shop.cli().succeed("validate").out();
            assertTrue(text.endsWith(
                    "The target matches the source. 3 pending rows will come with the next incremental.\n"), text);
            shop.cli().succeed("incremental");
            assertEquals("4 0 0 0 0 0 EQUAL", shop.counts(0, "track", "--fail-on=warning"));
        }
    }

    @Test
    void aValueThatSomebodyChangedIsNamedWithTheOneThatItShouldBe() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inTarget("UPDATE track SET title = 'Mine', price = NULL WHERE id = 12");
            JsonNode tracks = shop.check(1, "track");
            assertEquals("4 0 0 1 0 0 DIFFERENT", shop.counts(1, "track"));
            assertEquals("[{\"kind\":\"DIFFERENT\",\"key\":\"12\",\"columns\":["
                            + "{\"column\":\"title\",\"source\":\"Fog\",\"target\":\"Mine\"},"
                            + "{\"column\":\"price\",\"source\":\"2.00\",\"target\":null}]}]",
                    tracks.path("samples").toString());
            assertNotEquals(tracks.path("sourceChecksum"), tracks.path("targetChecksum"));
            assertEquals("2.49", tracks.path("sums").get(0).path("target").asString());
            String text = shop.cli().run("validate").exitingWith(1).out();
            assertTrue(text.contains(
                    "track 12: different; title is \"Mine\", should be \"Fog\"; price is NULL, should be \"2.00\""),
                    text);
            assertTrue(text.endsWith("The target DIFFERS from the source.\n"), text);
        }
    }

    @Test
    void aPendingRowIsPendingWhateverTheTargetHas() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inSource("UPDATE track SET title = 'Fig' WHERE id = 12");
            shop.inTarget("DELETE FROM track WHERE id = 12");
            assertEquals("4 1 0 0 0 0 PENDING", shop.counts(0, "track"));
        }
    }

    @Test
    void aRowThatSomebodyDeletedIsMissing() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inTarget("DELETE FROM track WHERE id = 11");
            assertEquals("4 0 0 0 1 0 DIFFERENT", shop.counts(1, "track"));
            assertEquals("[{\"kind\":\"MISSING\",\"key\":\"11\",\"columns\":[]}]",
                    shop.check(1, "track").path("samples").toString());
        }
    }

    @Test
    void differencesAreToleratedWithTheirSumsUpToTheLimit() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inTarget("DELETE FROM track WHERE id = 11", "UPDATE track SET price = 7 WHERE id = 12");
            shop.cli().run("validate", "--tolerance=rows=1").exitingWith(1);
            assertEquals("4 0 0 1 1 0 TOLERATED", shop.counts(0, "track", "--tolerance=rows=2"));
            String text = shop.cli().succeed("validate", "--tolerance=rows=2").out();
            assertTrue(text.endsWith("The target differs from the source in 2 rows, which is tolerated.\n"), text);
            shop.cli().run("validate", "--tolerance=rows=2", "--fail-on=warning").exitingWith(1);
        }
    }

    @Test
    void rowsOfOthersAreAWarning() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inTarget("INSERT INTO track (title, artist_id, price) VALUES ('Theirs', 1, 100)");
            assertEquals("4 0 0 0 0 1 PARTIAL", shop.counts(0, "track"));
            assertEquals("[]", shop.check(0, "track").path("sums").toString());
            String text = shop.cli().run("validate", "--fail-on=warning").exitingWith(1).out();
            assertTrue(text.endsWith(
                    "The target matches the source. In the target, but not from the source: 1 row.\n"), text);
        }
    }

    @Test
    void rowsThatWereRejectedAreAWarningToo() {
        try (Shop shop = Shop.in(folder, kind, "bad-rows: reject")) {
            shop.inSource(
                    "INSERT INTO artist VALUES (4, 'A name of more than twenty characters')",
                    "INSERT INTO track VALUES (14, 'Hut', 4, 1)");
            shop.cli().succeed("init");
            shop.cli().run("full-load").exitingWith(7);
            assertEquals("3 0 1 0 0 0 PARTIAL", shop.counts(0, "artist"));
            assertEquals("4 0 1 0 0 0 PARTIAL", shop.counts(1, "track", "--fail-on=warning"));
            String text = shop.cli().succeed("validate").out();
            assertTrue(text.endsWith("The target matches the source. Rejected and left out: 2 rows.\n"), text);
        }
    }

    @Test
    void referencesToIdsThatTheTargetGaveAreFollowed() {
        try (Shop shop = Shop.in(folder, kind, "keys: assign", "tables:", "  artist: {natural-key: [name]}",
                "  track: {natural-key: [title]}")) {
            shop.cli().succeed("init");
            shop.inTarget("INSERT INTO artist (id, name) VALUES (500, 'Zoe')");
            shop.cli().succeed("full-load");
            assertEquals("3 0 0 0 0 1 PARTIAL", shop.counts(0, "artist"));
            assertEquals("4 0 0 0 0 0 EQUAL", shop.counts(0, "track"));
            String ada = id(shop, "Ada");
            String bob = id(shop, "Bob");
            shop.inTarget("UPDATE track SET artist_id = " + bob + " WHERE title = 'Dawn'");
            JsonNode samples = shop.check(1, "track").path("samples");
            assertEquals("[{\"kind\":\"DIFFERENT\",\"key\":\"10\",\"columns\":[{\"column\":\"artist_id\",\"source\":\""
                    + ada + "\",\"target\":\"" + bob + "\"}]}]", samples.toString());
        }
    }

    @Test
    void aReferenceThatLeadsNowhereIsNeverTolerated() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inTargetUnchecked(kind, "UPDATE track SET artist_id = 4711 WHERE id = 10");
            assertEquals("4 0 0 1 0 0 TOLERATED", shop.counts(1, "track", "--tolerance=rows=100"));
            assertEquals(1, shop.check(1, "track").path("references").get(0).path("orphans").asLong());
            String text = shop.cli().run("validate").exitingWith(1).out();
            assertTrue(text.contains(
                    "track artist_id: rows that refer to rows of artist which are not there: 1"), text);
        }
    }

    @Test
    void aSequenceThatIsBehindIsADifference() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inTarget("INSERT INTO track VALUES (99, 'Theirs', 1, 100)");
            // MySQL moves on by itself.
            boolean behind = kind == CopyTargetKind.POSTGRESQL;
            String text = shop.cli().run("validate", "--tolerance=rows=100").exitingWith(behind ? 1 : 0).out();
            assertEquals(behind, text.contains("track: the next number is behind the largest one by 86\n"), text);
        }
    }

    @Test
    void rowsThatAreKeptAreNeitherPendingNorOfOthers() {
        try (Shop shop = Shop.filled(folder, kind, "deletes: keep")) {
            shop.inSource("DELETE FROM track WHERE id = 10");
            assertEquals("4 0 0 0 0 0 EQUAL", shop.counts(0, "track", "--fail-on=warning"));
            shop.cli().succeed("incremental");
            JsonNode tracks = shop.check(0, "track", "--fail-on=warning");
            assertEquals("3 4", tracks.path("sourceRows") + " " + tracks.path("targetRows"));
            assertEquals("EQUAL", tracks.path("verdict").asString());
        }
    }

    @Test
    void afterAChangeOfTheConfigurationEveryRowOfItsTableIsPending() throws Exception {
        try (Shop shop = Shop.filled(folder, kind)) {
            Files.writeString(shop.job().configuration(), Files.readString(shop.job().configuration())
                    + "tables: {artist: {columns: {name: {transform: [uppercase]}}}}\n");
            assertEquals("3 3 0 0 0 0 PENDING", shop.counts(0, "artist"));
            assertEquals("4 0 0 0 0 0 EQUAL", shop.counts(0, "track"));
            shop.cli().succeed("incremental");
            assertEquals("3 0 0 0 0 0 EQUAL", shop.counts(0, "artist", "--fail-on=warning"));
        }
    }

    @Test
    void manyRowsAreAllComparedAndTheFirstTwentyAreNamed() {
        try (Shop shop = Shop.in(folder, kind)) {
            shop.inSource("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 5099)"
                    + " INSERT INTO track SELECT i, 'Title ' || i, 1 + i % 3, i / 100.0 FROM n");
            shop.cli().succeedAll("init", "full-load");
            assertEquals("5004 0 0 0 0 0 EQUAL", shop.counts(0, "track", "--fail-on=warning"));
            shop.inTarget("UPDATE track SET title = 'x' WHERE id % 100 = 50", "DELETE FROM track WHERE id = 5099");
            shop.inSource("DELETE FROM track WHERE id = 2150", "UPDATE track SET price = 1 WHERE id = 3150");
            assertEquals("5004 2 0 48 1 0 DIFFERENT", shop.counts(1, "track"));
            List<String> named = Json.elements(shop.check(1, "track").path("samples"))
                    .map(row -> row.path("key").asString())
                    .toList();
            assertEquals(20, named.size());
            assertEquals("150", named.getFirst());
            assertEquals("2050", named.getLast());
        }
    }

    @Test
    void rowsThatShareAKeyAreRejectedRows() {
        try (Shop shop = Shop.in(folder, kind, "bad-rows: reject", "tables: {tag: {natural-key: [name]}}")) {
            shop.inSource(
                    "CREATE TABLE tag (name VARCHAR(20) NOT NULL, uses INTEGER)",
                    "INSERT INTO tag VALUES ('a', 1), ('b', 2), ('c', 3), ('b', 4)");
            shop.cli().succeed("init");
            shop.cli().run("full-load").exitingWith(7);
            assertEquals("2 0 2 0 0 0 PARTIAL", shop.counts(0, "tag"));
            shop.inSource("INSERT INTO tag VALUES ('c', 5)");
            assertEquals("2 2 2 0 0 0 PENDING", shop.counts(0, "tag"));
        }
    }

    @Test
    void aTargetThatWasNeverFilledCannotBeValidated() {
        try (Shop shop = Shop.in(folder, kind)) {
            shop.cli().succeed("init");
            String complaint = shop.cli().run("validate").exitingWith(4).complaint();
            assertTrue(complaint.contains("was never filled"), complaint);
        }
    }

    @Test
    void aValidationChangesNothing() {
        try (Shop shop = Shop.filled(folder, kind)) {
            shop.inSource("DELETE FROM track");
            shop.inTarget("UPDATE artist SET name = 'x' WHERE id = 1");
            String runs = "SELECT count(*) FROM track UNION ALL SELECT count(*) FROM artist WHERE name = 'x'";
            List<String> before = shop.job().target().texts(runs);
            assertEquals("4 4 0 0 0 0 PENDING", shop.counts(1, "track"));
            assertEquals(before, shop.job().target().texts(runs));
            assertEquals("4 4 0 0 0 0 PENDING", shop.counts(1, "track"));
        }
    }

    private static String id(Shop shop, String artist) {
        return shop.job().target().texts("SELECT id FROM artist WHERE name = '" + artist + "'").getFirst();
    }
}
