package dev.tidemark.postgres;

import static dev.tidemark.postgres.Target.fresh;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.Secret;
import dev.tidemark.config.TlsMode;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ColumnShape.Origin;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.support.EmbeddedPostgres;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTargetTest {
    private static final String ACCOUNT = "clerk";

    private static ColumnShape column(String name, String type, boolean required, Origin origin) {
        return new ColumnShape(name, type, required, origin, null);
    }

    @Test
    void createsTablesThatReferInCirclesAndReadsThemAgain() {
        String longName = "a_name_of_sixty_three_bytes_is_the_longest_that_the_server_takes";
        List<TableShape> wanted = List.of(
                new TableShape(
                        "employee",
                        List.of(
                                column("id", "bigint", true, Origin.NUMBERED),
                                column("chief", "bigint", false, Origin.GIVEN),
                                column("mail", "varchar(40)", true, Origin.GIVEN),
                                column("team", "bigint", false, Origin.GIVEN)),
                        List.of("id"),
                        List.of(List.of("mail")),
                        List.of(List.of("team", "chief")),
                        List.of(
                                new ReferenceShape(List.of("chief"), "employee", List.of("id")),
                                new ReferenceShape(List.of("team"), longName.substring(0, 63), List.of("id")))),
                new TableShape(
                        longName.substring(0, 63),
                        List.of(
                                column("id", "bigint", true, Origin.GIVEN),
                                column("leader", "bigint", false, Origin.GIVEN),
                                column("price", "numeric(10,2)", false, Origin.GIVEN)),
                        List.of("id"),
                        List.of(),
                        List.of(),
                        List.of(new ReferenceShape(List.of("leader"), "employee", List.of("id")))));
        try (Target target = new Target()) {
            target.adapter.create(target.adapter.creating(wanted));
            List<TableShape> tables = target.adapter.tables();
            assertEquals(2, tables.size());
            TableShape employee = tables.getLast();
            assertEquals(List.of("id"), employee.primaryKey());
            assertEquals(List.of(List.of("mail")), employee.uniques());
            assertEquals(List.of(List.of("team", "chief"), List.of("chief")), employee.indexes());
            assertEquals(
                    List.of(Origin.NUMBERED, Origin.GIVEN, Origin.GIVEN, Origin.GIVEN),
                    employee.columns().stream().map(ColumnShape::origin).toList());
            assertEquals(
                    List.of(true, false, true, false), employee.columns().stream().map(ColumnShape::required).toList());
            assertEquals(wanted.getFirst().references(), employee.references());
            assertEquals(List.of(List.of("leader")), tables.getFirst().indexes());
        }
    }

    @Test
    void readsWhatTheServerDoesByItself() {
        try (Target target = new Target(
                "CREATE TABLE it (a int GENERATED ALWAYS AS IDENTITY, b serial, c int, d int GENERATED ALWAYS AS (c * 2)"
                        + " STORED, e text, PRIMARY KEY (c, a))",
                "CREATE UNIQUE INDEX ON it (lower(e))",
                "CREATE UNIQUE INDEX ON it (e) WHERE c > 1",
                "CREATE UNIQUE INDEX ON it (b) INCLUDE (e)",
                "CREATE TABLE parted (id int, day date) PARTITION BY RANGE (day)",
                "CREATE TABLE part PARTITION OF parted DEFAULT",
                "CREATE VIEW looking AS TABLE it",
                "CREATE TABLE child (x int, y int, FOREIGN KEY (y, x) REFERENCES it (c, a))")) {
            List<TableShape> tables = target.adapter.tables();
            assertEquals(List.of("child", "it", "parted"), tables.stream().map(TableShape::name).toList());
            TableShape it = tables.get(1);
            assertEquals(
                    List.of(Origin.ALWAYS_NUMBERED, Origin.NUMBERED, Origin.GIVEN, Origin.COMPUTED, Origin.GIVEN),
                    it.columns().stream().map(ColumnShape::origin).toList());
            assertEquals(List.of("c", "a"), it.primaryKey());
            assertEquals(List.of(List.of("b")), it.uniques());
            assertEquals(
                    List.of(new ReferenceShape(List.of("y", "x"), "it", List.of("c", "a"))),
                    tables.getFirst().references());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMALLINT           | smallint
            INTEGER            | bigint
            UNSIGNED BIG INT   | bigint
            BOOLEAN            | boolean
            NUMERIC(10,2)      | numeric(10,2)
            DECIMAL(5)         | numeric(5,0)
            NUMERIC(2,10)      | numeric
            DOUBLE PRECISION   | double precision
            NVARCHAR(120)      | varchar(120)
            VARYING CHARACTER( 255 ) | varchar(255)
            CHAR               | text
            ''                 | text
            CLOB               | text
            DATE               | date
            DATETIME           | timestamp
            TIME               | time
            BLOB               | bytea
            UUID               | uuid
            STRING             | numeric
            x'; DROP TABLE y   | numeric
            FLOATING POINT     | bigint
            """)
    void typesFollowFromDeclaredOnes(String declared, String expected) {
        assertEquals(expected, PostgresTypes.forDeclared(declared));
        assertTrue(PostgresTypes.of(expected).isPresent());
    }

    @Test
    void knowsWhatItsTypesHold() {
        assertEquals(Optional.of(new ColumnType.Decimal(10, 2)), PostgresTypes.of("numeric(10,2)"));
        assertEquals(Optional.of(new ColumnType.Text(5, 0, true)), PostgresTypes.of("character(5)"));
        assertEquals(Optional.of(new ColumnType.Moment(3, false)), PostgresTypes.of("timestamp(3) without time zone"));
        assertEquals(Optional.of(new ColumnType.Moment(6, true)), PostgresTypes.of("timestamp with time zone"));
        assertEquals(Optional.of(new ColumnType.Text(0, 0, false)), PostgresTypes.of("public.citext"));
        for (String other : List.of("integer[]", "jsonb", "time with time zone", "text; DROP TABLE y", "interval")) {
            assertEquals(Optional.empty(), PostgresTypes.of(other), other);
        }
    }

    @Test
    void oneRunAtATimeHoldsTheLock() {
        try (Target target = new Target();
                PostgresTarget other =
                        new PostgresTarget(Target.settings(target.database, EmbeddedPostgres.ADMINISTRATOR, ""), 10)) {
            CopyTarget.Held held = target.adapter.lock("chinook");
            other.lock("another").close();
            var busy = assertThrows(TidemarkException.class, () -> other.lock("chinook"));
            assertEquals(Reason.BUSY, busy.reason());
            assertTrue(busy.getMessage().matches(".*server process \\d+, connected since 20.*"), busy.getMessage());
            held.close();
            other.lock("chinook").close();
        }
    }

    @Test
    void aRunThatLostItsLockDoesNotCommit() {
        try (Target target = new Target("CREATE TABLE y (id int PRIMARY KEY)")) {
            CopyTable table = target.kept("y");
            CopyTarget.Held held = target.adapter.lock("chinook");
            target.database.run("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'"
                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
            var failure = assertThrows(
                    TidemarkException.class, () -> target.write(table, Existing.UPDATE, fresh(1L)));
            assertTrue(failure.mayPass(), failure.getMessage());
            assertEquals(List.of(), target.database.texts("TABLE y"));
            held.close();
        }
    }

    @Test
    void findsDeletesCountsAndSums() {
        try (Target target = new Target(
                "CREATE TABLE parent (id int PRIMARY KEY, price numeric(10,2))",
                "CREATE TABLE child (a int, b text, parent int REFERENCES parent, PRIMARY KEY (a, b))",
                "INSERT INTO parent VALUES (1, 0.10), (2, 0.20), (3, NULL)",
                "INSERT INTO child VALUES (1, 'x', 1), (1, 'y', 2), (2, 'x', NULL)")) {
            CopyTable parent = target.kept("parent");
            CopyTable child = target.kept("child");
            try (CopyTransaction transaction = target.adapter.begin(List.of(parent, child))) {
                var reference = child.references().getFirst();
                assertEquals(3, transaction.count(parent));
                assertEquals(new BigDecimal("0.30"), transaction.sum(parent, 1));
                assertEquals(0, transaction.orphans(child, reference, parent));
                assertEquals(
                        List.of(List.of(1L, "y")),
                        transaction.referring(child, reference, parent, List.of(List.of(2L), List.of(3L))));
                transaction.detach(child, List.of(2), List.of(List.of(1L, "y")));
                assertEquals(List.of(), transaction.referring(child, reference, parent, List.of(List.of(2L))));
                assertEquals(1, transaction.delete(child, List.of(List.of(1L, "y"), List.of(2L, "y"))));
                assertEquals(1, transaction.delete(parent, List.of(List.of(2L))));
                transaction.commit();
            }
            assertEquals(List.of("1|0.10", "3|null"), target.database.texts("TABLE parent ORDER BY id"));
        }
    }

    @Test
    void movesSequencesOn() {
        try (Target target = new Target("CREATE SEQUENCE mine",
                "CREATE TABLE a (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)",
                "CREATE TABLE b (id serial PRIMARY KEY)",
                "CREATE TABLE c (id int DEFAULT nextval('mine') PRIMARY KEY)")) {
            for (String name : List.of("a", "b", "c")) {
                CopyTable table = target.kept(name);
                try (CopyTransaction transaction = target.adapter.begin(List.of(table))) {
                    transaction.settle(table);
                    assertEquals(0, transaction.sequenceLag(table));
                    Target.write(transaction.writer(table, Existing.UPDATE, Target.NOBODY), fresh(41L));
                    assertEquals(41, transaction.sequenceLag(table), name);
                    transaction.settle(table);
                    assertEquals(0, transaction.sequenceLag(table));
                    transaction.commit();
                }
                assertEquals(
                        List.of("42"), target.database.texts("INSERT INTO " + name + " DEFAULT VALUES RETURNING id"));
            }
        }
    }

    @Test
    void worksWithTheLeastPrivilegesAndNamesThoseThatAreMissing() {
        try (Target target = new Target("CREATE TABLE y (id int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY)",
                "DO $$ BEGIN CREATE ROLE " + ACCOUNT + " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "REVOKE ALL ON SCHEMA public FROM PUBLIC")) {
            CopyTable table = target.kept("y");
            try (PostgresTarget clerk = new PostgresTarget(Target.settings(target.database, ACCOUNT, ""), 10)) {
                assertEquals(
                        List.of("The user may not use the schema \"public\": GRANT USAGE ON SCHEMA"),
                        clerk.missingPrivileges(List.of(table)));
                target.database.run("GRANT USAGE ON SCHEMA public TO " + ACCOUNT);
                assertEquals(6, clerk.missingPrivileges(List.of(table)).size());
                target.database.run(
                        "GRANT SELECT, INSERT, UPDATE, DELETE ON y TO " + ACCOUNT,
                        "GRANT SELECT, UPDATE ON SEQUENCE y_id_seq TO " + ACCOUNT,
                        "CREATE SCHEMA tidemark_staging AUTHORIZATION " + ACCOUNT);
                assertEquals(List.of(), clerk.missingPrivileges(List.of(table)));
                try (CopyTransaction transaction = clerk.begin(List.of(table))) {
                    Target.write(transaction.writer(table, Existing.UPDATE, Target.NOBODY), fresh(1L), fresh(99_999_999_999L));
                    transaction.delete(table, List.of(List.of(5L)));
                    transaction.settle(table);
                    transaction.commit();
                }
                assertEquals(List.of("1"), target.database.texts("TABLE y"));
                target.database.run("REVOKE INSERT ON y FROM " + ACCOUNT);
                var failure = assertThrows(TidemarkException.class, () -> {
                    try (CopyTransaction transaction = clerk.begin(List.of(table))) {
                        Target.write(transaction.writer(table, Existing.UPDATE, Target.NOBODY), fresh(2L));
                    }
                });
                assertTrue(
                        failure.getMessage().endsWith("what it has to: permission denied for table y"),
                        failure.getMessage());
            }
        }
    }

    @Test
    void saysWhyItCannotConnect() {
        try (Target target = new Target()) {
            String url = target.database.url();
            String user = EmbeddedPostgres.ADMINISTRATOR;
            assertFailure("Cannot find the target's host", url.replace("127.0.0.1", "nowhere.invalid"), user, null);
            assertFailure("connection refused", url.replaceFirst(":\\d+/", ":1/"), user, null);
            assertFailure("refuses the login of user \"nobody\"", url, "nobody", null);
            assertFailure("no such database", url + "x", user, null);
            assertFailure("offers no TLS", url, user, TlsMode.REQUIRED);
            assertEquals(Optional.empty(), target.adapter.encryption());
            assertTrue(target.adapter.version().matches("PostgreSQL 1[3-8]\\.\\d+"), target.adapter.version());
        }
    }

    private static void assertFailure(String message, String url, String user, TlsMode tls) {
        var settings = new CopySettings.Target(
                CopySettings.Target.Kind.POSTGRESQL, url, user, new Secret("hush"), Duration.ofSeconds(5),
                Optional.ofNullable(tls), Optional.empty());
        try (PostgresTarget target = new PostgresTarget(settings, 10)) {
            var failure = assertThrows(TidemarkException.class, target::version);
            assertTrue(failure.getMessage().contains(message), failure.getMessage());
            assertEquals(Reason.WAREHOUSE, failure.reason());
            assertFalse(failure.mayPass());
            assertFalse((failure.getMessage() + failure.hint()).contains("hush"));
        }
    }

    @Test
    void aLostConnectionAndAnEndedSessionMayPass() {
        try (Target target = new Target("CREATE TABLE y (id int PRIMARY KEY)")) {
            CopyTable table = target.kept("y");
            try (CopyTransaction transaction = target.adapter.begin(List.of(table))) {
                var writer = transaction.writer(table, Existing.UPDATE, Target.NOBODY);
                writer.put(List.of(fresh(1L)), outcome -> { });
                target.database.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND (application_name = 'tidemark'"
                        + " AND state LIKE '%active%' OR query LIKE 'COPY%')");
                var failure = assertThrows(TidemarkException.class, () -> writer.check(outcome -> { }));
                assertTrue(failure.mayPass(), failure.getMessage());
            }
            assertEquals(List.of("y"), target.adapter.tables().stream().map(TableShape::name).toList());
        }
    }

    @Test
    void aSnapshotSeesOneStateAndWritesNothing() {
        try (Target target = new Target("CREATE TABLE y (id int PRIMARY KEY)", "INSERT INTO y VALUES (1), (2)")) {
            CopyTable table = target.kept("y");
            try (CopyTransaction snapshot = target.adapter.snapshot(List.of(table))) {
                assertEquals(2, snapshot.count(table));
                target.database.run("DELETE FROM y");
                assertEquals(2, snapshot.count(table));
                assertThrows(TidemarkException.class, () -> snapshot.delete(table, List.of(List.of(1L))));
            }
        }
    }

    @Test
    void aReadOnlyServerIsNamedSo() {
        try (Target target = new Target("CREATE TABLE y (id int PRIMARY KEY)")) {
            CopyTable table = target.kept("y");
            target.adapter.begin(List.of(table)).close();
            target.database.run("ALTER DATABASE " + target.database.database() + " SET default_transaction_read_only = on");
            var failure = assertThrows(
                    TidemarkException.class, () -> target.write(table, Existing.UPDATE, fresh(1L)));
            assertTrue(failure.getMessage().contains("is read-only"), failure.getMessage());
        }
    }
}
