package dev.tidemark.mysql.target;

import static dev.tidemark.mysql.target.TargetSchema.keyed;
import static dev.tidemark.mysql.target.TargetSchema.unkeyed;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.FoundRow;
import dev.tidemark.copy.value.Values;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.mysql.target.TargetSchema.Result;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The tables of a target, new ones, their rows as values, the lock, and names that look like SQL. */
class MysqlTargetTest {
    private final TargetSchema schema = new TargetSchema();

    @AfterEach
    void drop() {
        schema.close();
    }

    @Test
    void theCatalogueTellsColumnsKeysAndReferences() {
        schema.run(
                "CREATE TABLE parent (a INT, b INT, PRIMARY KEY (b, a))",
                "CREATE TABLE child (id INT AUTO_INCREMENT PRIMARY KEY, a INT NOT NULL DEFAULT 7, b INT, name VARCHAR(99),"
                        + " twice INT GENERATED ALWAYS AS (a * 2) STORED, UNIQUE (name), UNIQUE (a, b),"
                        + " UNIQUE beginning (name(5)), KEY (b, name), FOREIGN KEY (b, a) REFERENCES parent (b, a))",
                "CREATE VIEW seen AS SELECT * FROM parent");
        List<TableShape> tables = schema.target.tables();
        assertEquals(List.of("child", "parent"), tables.stream().map(TableShape::name).toList());
        TableShape child = tables.getFirst();
        assertEquals(
                List.of("NUMBERED", "GIVEN", "GIVEN", "GIVEN", "COMPUTED"),
                child.columns().stream().map(column -> column.origin().name()).toList());
        assertEquals(
                List.of(true, true, false, false, false),
                child.columns().stream().map(ColumnShape::required).toList());
        assertEquals("varchar(99)", child.columns().get(3).type());
        assertEquals(List.of("id"), child.primaryKey());
        assertEquals(List.of(List.of("a", "b"), List.of("name")), child.uniques());
        assertTrue(child.indexes().contains(List.of("b", "name")), child.indexes()::toString);
        assertEquals(
                List.of(new ReferenceShape(List.of("b", "a"), "parent", List.of("b", "a"))), child.references());
        assertEquals(List.of("b", "a"), tables.getLast().primaryKey());
    }

    @Test
    void newTablesHaveKeysNumbersAndReferences() {
        List<TableShape> wanted = List.of(
                table(
                        "child",
                        List.of(numbered("id"), given("parent", "bigint"), given("name", "varchar(120)")),
                        List.of(List.of("name")),
                        List.of(new ReferenceShape(List.of("parent"), "parent", List.of("id")))),
                table(
                        "parent",
                        List.of(numbered("id"), given("eldest", "bigint")),
                        List.of(),
                        List.of(new ReferenceShape(List.of("eldest"), "child", List.of("id")))));
        schema.target.create(schema.target.creating(wanted));
        List<TableShape> tables = schema.target.tables();
        assertEquals(List.of("child", "parent"), tables.stream().map(TableShape::name).toList());
        assertEquals(described(wanted.getFirst()), described(tables.getFirst()));
        assertEquals(wanted.getFirst().uniques(), tables.getFirst().uniques());
        assertEquals(wanted.getFirst().references(), tables.getFirst().references());
        boolean isMariaDb = schema.target.version().startsWith("MariaDB");
        assertEquals(
                List.of((isMariaDb ? "utf8mb4_nopad_bin" : "utf8mb4_0900_bin") + "|InnoDB"),
                schema.read("SELECT DISTINCT table_collation, engine FROM information_schema.tables"
                        + " WHERE table_schema = '" + schema.name + "'"));
    }

    @Test
    void oneThatFailsLeavesNoneBehind() {
        schema.run("CREATE TABLE before_it (id INT)");
        List<String> statements = new ArrayList<>(schema.target.creating(
                List.of(table("fine", List.of(numbered("id")), List.of(), List.of()))));
        statements.add("CREATE TABLE `broken` (`id` nothing)");
        TidemarkException failure =
                assertThrows(TidemarkException.class, () -> schema.target.create(statements));
        assertTrue(failure.getMessage().endsWith("; no table was created"), failure.getMessage());
        assertEquals(List.of("before_it"), schema.target.tables().stream().map(TableShape::name).toList());
    }

    @Test
    void valuesComeBackAsTheyWere() {
        schema.run("CREATE TABLE every (id BIGINT PRIMARY KEY, big BIGINT UNSIGNED, amount DECIMAL(20,4), f FLOAT,"
                + " d DOUBLE, truth BOOLEAN, fixed CHAR(9), words TEXT CHARACTER SET latin1, bytes VARBINARY(20), day DATE,"
                + " moment DATETIME(6), point TIMESTAMP(3) NULL, clock TIME(6), since YEAR)");
        CopyTable every = schema.kept("every");
        Object[] full = {
            Long.MIN_VALUE, Long.MAX_VALUE, new BigDecimal("-1234567890123456.7891"), (double) 0.1f, 1.7976931348623157E308,
            true, "fixed", "it's \\ é\n\0", new byte[] {0, '\'', '\\', -1}, LocalDate.of(1, 2, 3),
            LocalDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_000), LocalDateTime.of(2038, 1, 19, 3, 14, 7, 999_000_000),
            LocalTime.of(23, 59, 59, 1_000), 2155L
        };
        Object[] empty = new Object[full.length];
        empty[0] = 0L;
        Object[] plain = {
            1L, 0L, new BigDecimal("0.0000"), -0.0, 5e-324, false, "", "", new byte[0], LocalDate.of(2024, 2, 29),
            LocalDateTime.of(2024, 2, 29, 2, 30), LocalDateTime.of(1970, 1, 1, 0, 0, 1), LocalTime.MIDNIGHT, 1901L
        };
        Result result = schema.write(
                every, Existing.UPDATE, keyed(every, false, full), keyed(every, false, empty), keyed(every, false, plain));
        assertEquals(Map.of(), result.refused());
        List<List<Object>> keys = List.of(List.of(Long.MIN_VALUE), List.of(0L), List.of(1L), List.of(77L));
        try (var transaction = schema.target.begin(List.of())) {
            List<FoundRow> rows = transaction.rows(every, keys);
            assertEquals(3, rows.size());
            for (Object[] written : List.of(full, empty, plain)) {
                Object[] read = rows.stream()
                        .filter(row -> row.targetKey().equals(List.of(written[0])))
                        .findFirst()
                        .orElseThrow()
                        .values();
                for (int at = 0; at < written.length; at++) {
                    Object left = written[at];
                    Object right = read[at];
                    assertTrue(Values.equal(left, right), () -> left + " came back as " + right);
                }
            }
            assertEquals(3, transaction.count(every));
            assertEquals(new BigDecimal("-1234567890123456.7891"), transaction.sum(every, 2));
        }
        Result again = schema.write(
                every, Existing.UPDATE, keyed(every, true, full), keyed(every, true, empty), keyed(every, true, plain));
        assertEquals(0, again.written().updated());
    }

    @Test
    void whatAColumnCannotHoldIsRefusedAndNeverChanged() {
        schema.run("CREATE TABLE narrow (id INT PRIMARY KEY, word TEXT CHARACTER SET latin1, day DATE)");
        CopyTable narrow = schema.kept("narrow");
        Result result = schema.write(
                narrow,
                Existing.UPDATE,
                keyed(narrow, false, 1L, "日本", null),
                keyed(narrow, false, 2L, "é", "2024-02-30"),
                keyed(narrow, false, 3L, "é", "2024-02-29"));
        assertEquals(List.of("1", "2"), List.copyOf(result.refused().keySet()));
        assertTrue(result.refused().get("1").startsWith("the target refuses it: Incorrect string value"));
        assertTrue(result.refused().get("2").startsWith("the target refuses it: Incorrect date value"));
        assertEquals(List.of("3|é|2024-02-29"), schema.read("SELECT * FROM narrow"));
    }

    @Test
    void rowsAreDeletedByTheirExactKeys() {
        schema.run(
                "CREATE TABLE word (word VARCHAR(20) PRIMARY KEY) COLLATE utf8mb4_general_ci",
                "INSERT INTO word VALUES ('Case'), ('other'), ('last')");
        CopyTable word = schema.kept("word");
        try (var transaction = schema.target.begin(List.of())) {
            assertEquals(1, transaction.delete(word, List.of(List.of("case"), List.of("other"), List.of("none"))));
            transaction.commit();
        }
        assertEquals(List.of("Case", "last"), schema.read("SELECT word FROM word ORDER BY word"));
    }

    @Test
    void whatIsNotCommittedIsGone() {
        schema.run("CREATE TABLE word (word VARCHAR(20) PRIMARY KEY)");
        CopyTable word = schema.kept("word");
        try (var transaction = schema.target.begin(List.of())) {
            transaction.writer(word, Existing.UPDATE, keys -> Set.of()).put(List.of(keyed(word, false, "a")), outcome -> {});
            assertEquals(1, transaction.count(word));
        }
        assertEquals(List.of("0"), schema.read("SELECT count(*) FROM word"));
    }

    @Test
    void childrenAndOrphansAreFound() {
        schema.run(
                "CREATE TABLE parent (id INT PRIMARY KEY)",
                "CREATE TABLE child (id INT PRIMARY KEY, parent INT, FOREIGN KEY (parent) REFERENCES parent (id))",
                "INSERT INTO parent VALUES (1), (2)",
                "INSERT INTO child VALUES (10, 1), (11, 2), (12, NULL), (13, 1)",
                "SET foreign_key_checks = 0; INSERT INTO child VALUES (14, 9)");
        CopyTable child = schema.kept("child");
        CopyTable parent = schema.kept("parent");
        try (var transaction = schema.target.begin(List.of())) {
            assertEquals(
                    List.of(List.of(10L), List.of(13L)),
                    transaction.referring(child, child.references().getFirst(), parent, List.of(List.of(1L))));
            assertEquals(1, transaction.orphans(child, child.references().getFirst(), parent));
        }
    }

    @Test
    void autoIncrementGoesOnBehindKeysThatAreGiven() {
        schema.run("CREATE TABLE numbered (id INT AUTO_INCREMENT PRIMARY KEY, word VARCHAR(9))");
        CopyTable numbered = schema.kept("numbered");
        schema.write(numbered, Existing.UPDATE, keyed(numbered, false, 41L, "a"), keyed(numbered, false, 5L, "b"));
        try (var transaction = schema.target.begin(List.of())) {
            assertEquals(0, transaction.sequenceLag(numbered));
        }
        schema.run("INSERT INTO numbered (word) VALUES ('c')");
        assertEquals(List.of("42"), schema.read("SELECT max(id) FROM numbered"));
    }

    @Test
    void oneRunAtATimeHoldsTheLock() {
        try (MysqlTarget other = schema.as(schema.server.username(), schema.server.password())) {
            try (var held = schema.target.lock("chinook")) {
                TidemarkException busy = assertThrows(TidemarkException.class, () -> other.lock("chinook"));
                assertEquals(Reason.BUSY, busy.reason());
                assertTrue(
                        busy.getMessage().matches("Another run writes to the target at \\S+ \\(connection \\d+ of .*"),
                        busy.getMessage());
                other.lock("another").close();
                assertFalse(held.toString().isEmpty());
            }
            other.lock("chinook").close();
        }
    }

    @Test
    void namesThatLookLikeSqlAreOnlyNames() {
        String table = "x`; DROP TABLE y; -- #{a} ${b} ?";
        String column = "a ? ` \" ' \\ #{x} ${y} /*";
        schema.run("CREATE TABLE y (id INT)");
        schema.target.create(schema.target.creating(List.of(
                table(table, List.of(numbered("id"), given(column, "varchar(50)")), List.of(List.of(column)), List.of()))));
        CopyTable odd = schema.assigned(table, column);
        Result first = schema.write(odd, Existing.UPDATE, unkeyed(1L, "?"), unkeyed(2L, "#{a}"));
        Result second = schema.write(odd, Existing.UPDATE, unkeyed(1L, "?"), unkeyed(2L, "#{a}"));
        assertEquals(Map.of("1", 1L, "2", 2L), first.placed());
        assertEquals(first.placed(), second.placed());
        try (var transaction = schema.target.begin(List.of())) {
            assertEquals(2, transaction.count(odd));
            assertEquals(0, transaction.sequenceLag(odd));
            assertArrayEquals(
                    new Object[] {2L, "#{a}"}, transaction.rows(odd, List.of(List.of(2L))).getFirst().values());
            assertEquals(2, transaction.delete(odd, List.of(List.of(1L), List.of(2L))));
        }
        assertEquals(List.of(), schema.target.missingPrivileges(List.of(odd)));
        assertEquals(List.of(table, "y"), schema.target.tables().stream().map(TableShape::name).toList());
    }

    @Test
    void theServerIsDescribed() {
        assertTrue(schema.target.version().matches("(MariaDB|MySQL) \\d+\\.\\d+\\.\\d+"), schema.target.version());
        assertEquals(schema.server.isMariaDb(), schema.target.version().startsWith("MariaDB"));
        assertEquals(schema.server.host() + ":" + schema.server.port() + "/" + schema.name, schema.target.address());
        String mariaDb = schema.server.url(schema.name).replace("jdbc:mysql:", "jdbc:mariadb:");
        try (MysqlTarget same = new MysqlTarget(
                TargetSchema.settings(mariaDb, schema.server.username(), schema.server.password()), 10)) {
            assertEquals(schema.target.version(), same.version());
        }
        assertEquals(Optional.empty(), schema.server.isMariaDb() ? schema.target.encryption() : Optional.empty());
    }

    // MariaDB writes a width with whole numbers.
    private List<String> described(TableShape table) {
        return table.columns().stream()
                .map(column -> column.name() + " " + schema.target.typeOf(column) + column.required() + column.origin()
                        + column.defaultText())
                .toList();
    }

    private static TableShape table(
            String name, List<ColumnShape> columns, List<List<String>> uniques, List<ReferenceShape> references) {
        return new TableShape(name, columns, List.of("id"), uniques, List.of(), references);
    }

    private static ColumnShape numbered(String name) {
        return new ColumnShape(name, "bigint", true, ColumnShape.Origin.NUMBERED, null);
    }

    private static ColumnShape given(String name, String type) {
        return new ColumnShape(name, type, false, ColumnShape.Origin.GIVEN, null);
    }
}
