package dev.tidemark.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.Json;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import tools.jackson.databind.JsonNode;

/** What the doctor says of a source and a warehouse, well or ill. */
@Isolated("A test sets the JVM's user.home.")
class CheckTest extends WithReplication {
    @BeforeEach
    void protectTheWarehouse() throws IOException {
        Files.setPosixFilePermissions(warehouse.path(), PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aHealthyPairHasNoProblemAndIsLeftAlone() {
        tidemark.succeed("incremental");
        FolderContent before = FolderContent.of(folder);
        String out = tidemark.succeed("check").out();
        assertTrue(out.endsWith("All is well.\n"), out);
        assertFalse(out.contains("\u001b"), out);
        assertEquals(before, FolderContent.of(folder));
        JsonNode json = json(tidemark, 0);
        assertTrue(json.path("healthy").asBoolean());
        assertEquals("OK", level(json, "connection"));
        assertTrue(text(json, "tables").startsWith("all 15 are there"), text(json, "tables"));
    }

    @Test
    void indexesThatLargeTablesLackComeWithTheirStatements() {
        sakila.execute(
                "ALTER TABLE payment DROP FOREIGN KEY fk_payment_staff, DROP KEY idx_fk_staff_id",
                "ALTER TABLE city DROP FOREIGN KEY fk_city_country, DROP KEY idx_fk_country_id");
        assertEquals(
                "every column of a large table that refers to another table has an index",
                text(json(tidemark, 0), "indexes"));
        assertEquals("OK", level(json(tidemark, 0), "indexes"));
        sakila.execute(
                "INSERT INTO payment (customer_id, staff_id, amount, payment_date) SELECT a.customer_id, a.staff_id,"
                        + " a.amount, a.payment_date FROM payment a CROSS JOIN payment b LIMIT 120000",
                "ANALYZE TABLE payment");
        JsonNode json = json(tidemark, 0);
        assertEquals("NOTE", level(json, "indexes"));
        assertEquals(
                "1 columns of large tables that refer to another table have no index: an incremental scans their tables"
                        + " when the rows that they refer to change",
                text(json, "indexes"));
        List<String> statements = details(json, "indexes").lines().toList();
        assertEquals(List.of("CREATE INDEX payment_staff_id ON payment (staff_id);"), statements);
        sakila.execute(statements.toArray(String[]::new));
        assertEquals("OK", level(json(tidemark, 0), "indexes"));
    }

    @Test
    void whetherTheServerTellsWhichTablesNobodyTouchedIsSaid() {
        // MySQL then has no time of an update for any table, as after a restart.
        sakila.rows("SHOW TABLES").forEach(table -> sakila.execute("ALTER TABLE " + table + " FORCE"));
        JsonNode json = json(tidemark, 0);
        boolean mariaDb = sakila.server().isMariaDb();
        assertEquals(mariaDb ? "NOTE" : "OK", level(json, "marks"));
        assertEquals(
                mariaDb
                        ? "the server does not tell reliably which tables nobody touched: every incremental scans all"
                                + " tables"
                        : "the server tells which tables nobody touched: an incremental does not read them",
                text(json, "marks"));
    }

    @Test
    void anAccountNeedsSelectAloneAndOnEveryTable() {
        String user = sakila.name() + "_user";
        sakila.execute(
                "CREATE USER " + user + " IDENTIFIED BY 'secret'",
                "GRANT SELECT ON " + sakila.name() + ".* TO " + user);
        try {
            TidemarkCli other =
                    tidemark.with("TIDEMARK_SOURCE_USERNAME", user).with("TIDEMARK_SOURCE_PASSWORD", "secret");
            assertEquals(List.of(), warnings(other));
            assertTrue(other.succeed("check").out().endsWith("All is well.\n"));
            sakila.execute("REVOKE SELECT ON " + sakila.name() + ".* FROM " + user,
                    "GRANT SELECT ON " + sakila.name() + ".film TO " + user);
            assertEquals("PROBLEM", level(json(other, 3), "tables"));
        } finally {
            sakila.execute("DROP USER " + user);
        }
    }

    @Test
    void aSourceThatCannotBeReachedDoesNotHideTheWarehouse() {
        JsonNode json = json(tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong"), 3);
        assertEquals("PROBLEM", level(json, "connection"));
        assertEquals("SOURCE", json.path("firstProblem").asString());
        assertEquals("OK", level(json, "integrity"));
    }

    @Test
    void aClockThatIsWrongIsNoticed() {
        TidemarkCli late = tidemark.at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-3)));
        assertEquals("WARNING", level(json(late, 0), "clock"));
        assertTrue(text(json(late, 0), "clock").contains("ahead of this machine's"));
    }

    @Test
    void aMissingDamagedOrOpenWarehouseIsNoticed() throws IOException {
        assertEquals("PROBLEM", level(json(tidemark.with("TIDEMARK_WAREHOUSE", folder + "/none.db"), 4), "file"));
        Files.setPosixFilePermissions(warehouse.path(), PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("WARNING", level(json(tidemark, 0), "permissions"));
        assertEquals("rw-r--r--: everybody can open it", text(json(tidemark, 0), "permissions"));
        long pageSize = warehouse.queryLong("PRAGMA page_size");
        long page = warehouse.queryLong("SELECT rootpage FROM sqlite_schema WHERE name = 'fact_rental'");
        try (RandomAccessFile content = new RandomAccessFile(warehouse.path().toFile(), "rw")) {
            content.seek((page - 1) * pageSize);
            content.write("U".repeat((int) pageSize).getBytes(StandardCharsets.US_ASCII));
        }
        assertEquals("PROBLEM", level(json(tidemark, 4), "integrity"));
    }

    @Test
    void aSecondNameOfTheFileIsNoticed() throws IOException {
        assertEquals("the file has one", text(json(tidemark, 0), "names"));
        Files.createLink(folder.resolve("other.db"), warehouse.path());
        assertEquals("WARNING", level(json(tidemark, 0), "names"));
        assertEquals(
                "the file has 2 (hard links): what is written to it by one name is lost or damaged by another",
                text(json(tidemark, 0), "names"));
    }

    @Test
    void aLogThatAReaderKeepsGrowingIsNoticed() throws IOException {
        try (RandomAccessFile log = new RandomAccessFile(folder + "/analytics.db-wal", "rw")) {
            log.setLength(150_000_000);
        }
        assertEquals(
                "150.0 MB, more than the warehouse: a reader keeps a transaction open",
                text(json(tidemark, 0), "write-ahead log"));
    }

    @Test
    void aConnectionThatIsNotEncryptedIsNoted() {
        JsonNode json = json(
                tidemark.with("TIDEMARK_SOURCE_TLS", "disabled")
                        .with("TIDEMARK_SOURCE_URL", sakila.url() + "?allowPublicKeyRetrieval=true"), 0);
        assertEquals("NOTE", level(json, "encryption"));
        assertEquals("the connection is not encrypted", text(json, "encryption"));
    }

    @Test
    void aRunThatWasKilledIsTold() {
        tidemark.succeed("incremental");
        warehouse.execute("UPDATE sync_run SET outcome = 'running', finished_at = NULL, started_at = '2026-11-01 02:03:04'"
                + " WHERE id = (SELECT max(id) FROM sync_run)");
        assertEquals("WARNING", level(json(tidemark, 0), "loads"));
        assertEquals(
                "the last run, incremental of 2026-11-01 02:03:04 UTC, did not end: it was killed, or the machine stopped",
                text(json(tidemark, 0), "loads"));
        String status = tidemark.succeed("status").out();
        assertTrue(status.endsWith("; the last run, incremental, did not end: it was killed, or the machine stopped.\n"), status);
    }

    @Test
    void whatTheLastRunFailedByIsTold() {
        tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run("incremental").exitingWith(3);
        assertEquals("WARNING", level(json(tidemark, 0), "loads"));
        assertTrue(text(json(tidemark, 0), "loads").startsWith("the last run failed: The source at "));
        assertTrue(text(json(tidemark, 0), "loads").contains("refuses the login"));
    }

    @Test
    void mistakesOfTheConfigurationAreNoticed() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), sakila.server().password());
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
        JsonNode json = json(
                tidemark.with("TIDEMARK_WAREHOUSEE", "x").with("TIDEMARK_SOURCE_PASSWORD_FILE", password.toString()), 0);
        assertTrue(text(json, "environment").contains("TIDEMARK_WAREHOUSEE means nothing to Tidemark"));
        assertEquals(2, json.path("findings").values().stream()
                .filter(finding -> finding.path("level").asString().equals("WARNING"))
                .count());
    }

    @Test
    void everyFileThatHoldsAPasswordIsLookedAt() throws IOException {
        String secret = sakila.server().password();
        Path yaml = Files.writeString(folder.resolve("t.yml"), "source: {password: \"" + secret + "\"}");
        Path options = Files.writeString(folder.resolve("my.cnf"), "[client]\npassword = \"" + secret + "\"\n");
        TidemarkCli configured =
                tidemark.without("TIDEMARK_SOURCE_PASSWORD").with("TIDEMARK_CONFIG", yaml.toString());
        String home = System.setProperty("user.home", folder.toString());
        try {
            for (Path file : List.of(yaml, options)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            }
            TidemarkCli inHome = tidemark.without("TIDEMARK_SOURCE_PASSWORD")
                    .with("TIDEMARK_SOURCE_OPTION_FILE", "~/my.cnf");
            assertEquals(List.of(options + " can be read by everybody"), warnings(inHome));
            assertEquals(List.of(yaml + " can be read by everybody"), warnings(configured));
            Files.setPosixFilePermissions(yaml, PosixFilePermissions.fromString("rw-r-----"));
            assertEquals(List.of(), warnings(configured));
            TidemarkCli astray = tidemark.with("TIDEMARK_CONFIG", Files.writeString(
                    folder.resolve("astray.yml"), "source: {password-file: ~/none.txt}").toString());
            assertTrue(warnings(astray).getFirst().startsWith("cannot tell who can read " + folder + "/none.txt: "));
        } finally {
            System.setProperty("user.home", home);
        }
    }

    private static List<String> warnings(TidemarkCli tidemark) {
        return Json.elements(json(tidemark, 0).path("findings"))
                .filter(finding -> finding.path("level").asString().equals("WARNING"))
                .map(finding -> finding.path("text").asString())
                .toList();
    }

    private static JsonNode json(TidemarkCli tidemark, int exitCode) {
        return tidemark.json(exitCode, "check");
    }

    private static String level(JsonNode json, String name) {
        return finding(json, name).path("level").asString();
    }

    private static String text(JsonNode json, String name) {
        return finding(json, name).path("text").asString();
    }

    private static String details(JsonNode json, String name) {
        return Json.elements(finding(json, name).path("details")).map(JsonNode::asString)
                .collect(Collectors.joining("\n"));
    }

    private static JsonNode finding(JsonNode json, String name) {
        return Json.find(json.path("findings"), "name", name);
    }
}
