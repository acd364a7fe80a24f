package dev.tidemark.mysql.target;

import static dev.tidemark.mysql.target.TargetSchema.unkeyed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an account of the target needs, and what is said of one that lacks something, and of a server that fails. */
class TargetAccountTest {
    private static final String USER = "copier";
    private final TargetSchema schema = new TargetSchema(
            "CREATE TABLE author (id BIGINT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(50) NOT NULL UNIQUE)",
            "CREATE TABLE post (id BIGINT AUTO_INCREMENT PRIMARY KEY, author BIGINT, FOREIGN KEY (author) REFERENCES"
                    + " author (id))");

    @BeforeEach
    void createUser() {
        schema.onServer("DROP USER IF EXISTS " + USER, "CREATE USER " + USER + " IDENTIFIED BY 'secret word'");
    }

    @AfterEach
    void drop() {
        schema.onServer("DROP USER " + USER);
        schema.close();
    }

    @Test
    void fourPrivilegesAreEnoughForTablesThatAreThere() {
        schema.run("GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema.name + ".* TO " + USER);
        CopyTable author = schema.assigned("author", "name");
        CopyTable post = schema.kept("post");
        try (MysqlTarget target = schema.as(USER, "secret word")) {
            assertEquals(List.of(), target.missingPrivileges(List.of(author, post)));
            assertEquals(schema.target.tables(), target.tables());
            try (var held = target.lock("x")) {
                assertFalse(held.toString().isEmpty());
                var result = TargetSchema.write(target, author, Existing.UPDATE, unkeyed(1L, "ann"));
                assertEquals(Map.of("1", 1L), result.placed());
                try (var transaction = target.begin(List.of())) {
                    assertEquals(0, transaction.sequenceLag(author));
                    assertEquals(1, transaction.delete(author, List.of(List.of(1L))));
                    transaction.settle(author);
                    transaction.commit();
                }
            }
            assertEquals(
                    List.of("User \"copier\" lacks CREATE, ALTER on the schema, or a table of the target is missing."),
                    target.missingPrivileges(List.of(missing(author))));
            TidemarkException failure = assertThrows(
                    TidemarkException.class, () -> target.create(List.of("CREATE TABLE `new` (`id` int NULL)")));
            assertTrue(
                    failure.getMessage().startsWith("User \"copier\" may not read and write all of"), failure.getMessage());
        }
    }

    @Test
    void threeMoreCreateTables() {
        schema.run("GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, REFERENCES, DROP ON " + schema.name + ".* TO "
                + USER);
        CopyTable author = schema.assigned("author", "name");
        var shapes = schema.target.tables();
        schema.run("DROP TABLE post, author");
        try (MysqlTarget target = schema.as(USER, "secret word")) {
            assertEquals(List.of(), target.missingPrivileges(List.of(author)));
            target.create(target.creating(shapes));
            assertEquals(shapes, target.tables());
        }
    }

    @Test
    void whatIsMissingIsNamedByTable() {
        schema.run("GRANT SELECT, INSERT ON " + schema.name + ".author TO " + USER, "GRANT SELECT (id), UPDATE, DELETE,"
                + " INSERT ON " + schema.name + ".post TO " + USER);
        CopyTable author = schema.assigned("author", "name");
        CopyTable post = schema.kept("post");
        try (MysqlTarget target = schema.as(USER, "secret word")) {
            assertEquals(
                    List.of(
                            "User \"copier\" lacks UPDATE, DELETE on the table author.",
                            "User \"copier\" lacks SELECT on the table post."),
                    target.missingPrivileges(List.of(author, post)));
        }
    }

    @Test
    void failuresOfTheLoginSayWhatToDo() {
        assertFails("The target at " + schema.target.address() + " refuses the login of user \"copier\"", "wrong");
        assertFails("User \"copier\" may not use the schema at " + schema.target.address(), "secret word");
        schema.onServer("GRANT SELECT ON *.* TO " + USER);
        try (MysqlTarget nowhere = new MysqlTarget(
                TargetSchema.settings(schema.server.url("no_such"), USER, "secret word"), 10)) {
            TidemarkException failure = assertThrows(TidemarkException.class, nowhere::version);
            assertTrue(failure.getMessage().startsWith("There is no such schema at the target:"), failure.getMessage());
        }
        try (MysqlTarget nowhere =
                new MysqlTarget(TargetSchema.settings("jdbc:mysql://127.0.0.1:1/x", USER, "secret word"), 10)) {
            // A pool would sleep a second before it says so.
            TidemarkException failure = assertTimeout(
                    Duration.ofMillis(900), () -> assertThrows(TidemarkException.class, nowhere::version));
            assertEquals("Cannot reach the target at 127.0.0.1:1/x: connection refused", failure.getMessage());
            assertEquals(Reason.WAREHOUSE, failure.reason());
            assertFalse(failure.mayPass());
        }
    }

    @Test
    void aServerThatTakesNoChangesSaysSo() {
        schema.run("GRANT SELECT, INSERT, UPDATE, DELETE ON " + schema.name + ".* TO " + USER);
        CopyTable author = schema.assigned("author", "name");
        schema.onServer("SET GLOBAL read_only = 1");
        try (MysqlTarget target = schema.as(USER, "secret word")) {
            TidemarkException failure = assertThrows(
                    TidemarkException.class,
                    () -> TargetSchema.write(target, author, Existing.UPDATE, unkeyed(1L, "ann")));
            assertTrue(
                    failure.getMessage().startsWith("The target at " + target.address() + " takes no changes now: "),
                    failure.getMessage());
        } finally {
            schema.onServer("SET GLOBAL read_only = 0");
        }
    }

    @Test
    void aLostConnectionAndALockThatIsHeldMayPass() throws Exception {
        CopyTable author = schema.assigned("author", "name");
        try (var transaction = schema.target.begin(List.of())) {
            var writer = transaction.writer(author, Existing.UPDATE, keys -> Set.of());
            writer.put(List.of(unkeyed(1L, "ann")), outcome -> {});
            schema.read("SELECT id FROM information_schema.processlist WHERE db = '" + schema.name
                            + "' AND id <> connection_id()")
                    .forEach(id -> schema.onServer("KILL " + id));
            TidemarkException failure = assertThrows(
                    TidemarkException.class, () -> writer.put(List.of(unkeyed(2L, "bob")), outcome -> {}));
            assertTrue(failure.mayPass(), failure::getMessage);
            assertEquals(Reason.WAREHOUSE, failure.reason());
        }
        assertEquals(List.of("0"), schema.read("SELECT count(*) FROM author"));
        schema.onServer("SET GLOBAL innodb_lock_wait_timeout = 1");
        try (var other = schema.server.connect(schema.name);
                var statement = other.createStatement();
                MysqlTarget impatient = schema.as(schema.server.username(), schema.server.password())) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO author (name) VALUES ('ann')");
            TidemarkException failure = assertThrows(
                    TidemarkException.class,
                    () -> TargetSchema.write(impatient, author, Existing.UPDATE, unkeyed(1L, "ann")));
            assertTrue(failure.mayPass(), failure::getMessage);
        } finally {
            schema.onServer("SET GLOBAL innodb_lock_wait_timeout = 50");
        }
    }

    private void assertFails(String message, String password) {
        try (MysqlTarget target = schema.as(USER, password)) {
            TidemarkException failure = assertThrows(TidemarkException.class, target::version);
            assertEquals(message, failure.getMessage());
            assertEquals(Reason.WAREHOUSE, failure.reason());
            assertFalse(failure.hint().contains("secret word"));
        }
    }

    private static CopyTable missing(CopyTable table) {
        return new CopyTable(
                "new",
                "new",
                table.columns(),
                table.key(),
                table.targetKey(),
                table.uniques(),
                table.naturalKey(),
                OptionalInt.empty(),
                table.changedAt(),
                table.references(),
                table.numbered());
    }
}
