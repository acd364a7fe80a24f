package dev.tidemark.sqlite.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.value.RowKey;
import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.support.Statements;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and the order of rows, as SQLite stores them. */
class StoredValuesTest {
    private static final String EVERY_KIND = "INSERT INTO t VALUES (NULL), (0), (-7), (9223372036854775807),"
            + " (-9223372036854775808), (2147483648), (1.5), (-1.5), (1e300), (-1e300), (9.3e18), (''), ('a'), ('B'), ('b'),"
            + " ('a' || char(0)), ('a' || char(0) || 'b'), ('ab'), ('ā'), (char(0xE000)), (char(0xFFFD)), ('😀'), (x''),"
            + " (x'00'), (x'ff'), (x'6162')";

    @TempDir
    private Path folder;

    @Test
    void aValueIsReadByItsOwnTypeNotByThatOfItsColumn() {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "CREATE TABLE t (i INTEGER, d DATETIME, b BOOLEAN, n NUMERIC(10,2), x BLOB, s VARCHAR(3))",
                "INSERT INTO t VALUES ('lots', 1700000000000, 2, 12.50, 'text', 9223372036854775807)",
                "INSERT INTO t VALUES (1.5, '2024-01-01', 'true', 'abc', 7, x'00ff'), (3.0, 1.5, NULL, 5, 1.5, 'ab' || 1)");
        assertEquals(
                List.of(
                        "String lots | Long 1700000000000 | Long 2 | Double 12.5 | String text | String 9223372036854775807",
                        "Double 1.5 | String 2024-01-01 | String true | String abc | Long 7 | bytes 00ff",
                        "Long 3 | Double 1.5 | null | Long 5 | Double 1.5 | String ab1"),
                database.rows("t", List.of("i", "d", "b", "n", "x", "s"), List.of()));
    }

    @Test
    void textThatIsNoUtf8IsNotTakenForText() {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "CREATE TABLE t (id INTEGER PRIMARY KEY, x TEXT)",
                "INSERT INTO t VALUES (1, CAST(x'61ff62' AS TEXT)), (2, char(0xFFFD)), (3, 'a' || char(0) || 'b'),"
                        + " (4, CAST(x'eda080' AS TEXT)), (5, x''), (6, '')");
        assertEquals(
                List.of("invalid 61ff62", "String \uFFFD", "String a\0b", "invalid eda080", "bytes ", "String "),
                database.rows("t", List.of("x"), List.of("id")));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "UTF-8 | (k PRIMARY KEY)", "UTF-8 | (k TEXT COLLATE NOCASE)", "UTF-8 | (k PRIMARY KEY) WITHOUT ROWID",
        "UTF-16le | (k PRIMARY KEY)", "UTF-16be | (k COLLATE RTRIM)"
    })
    void rowsComeInTheOrderOfTheirKeysBytes(String encodingAndTable) {
        String[] parts = encodingAndTable.split(" \\| ");
        String values = parts[1].endsWith("ROWID") ? EVERY_KIND.replace("(NULL), ", "") : EVERY_KIND;
        SourceDatabase database = SourceDatabase.create(
                folder, "PRAGMA encoding = '" + parts[0] + "'", "CREATE TABLE t " + parts[1], values);
        if (parts[0].equals("UTF-8")) {
            database.execute("INSERT INTO t VALUES (CAST(x'61ff' AS TEXT)), (CAST(x'ff' AS TEXT))");
        }
        List<byte[]> keys = new ArrayList<>();
        try (CopySnapshot snapshot = database.source().snapshot()) {
            snapshot.rows("t", List.of("k"), List.of("k"), rows -> {
                rows.forEachRemaining(row -> keys.add(RowKey.of(row, List.of(0))));
                return null;
            });
            assertEquals(snapshot.count("t"), keys.size());
        }
        assertTrue(keys.size() >= 25);
        for (int index = 1; index < keys.size(); index++) {
            byte[] before = keys.get(index - 1);
            byte[] after = keys.get(index);
            assertTrue(
                    Arrays.compareUnsigned(before, after) < 0,
                    () -> RowKey.text(before) + " does not come before " + RowKey.text(after));
        }
    }

    @Test
    void rowsAreOrderedByAllColumnsOfTheKey() {
        SourceDatabase database = SourceDatabase.create(
                folder,
                "CREATE TABLE t (a, b, c, PRIMARY KEY (b, a))",
                "INSERT INTO t VALUES (2, 1, 'x'), (1, 2, 'y'), (1, 1, 'z')");
        assertEquals(
                List.of("Long 1 | Long 1 | String z", "Long 1 | Long 2 | String x", "Long 2 | Long 1 | String y"),
                database.rows("t", List.of("b", "a", "c"), List.of("b", "a")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\"; DROP TABLE y; --", "#{a}", "${a}", "what?", "it's", "select", " ", "ÄÖ😀", "a.b", "[a]"})
    void anyNameIsAName(String name) {
        String quoted = '"' + name.replace("\"", "\"\"") + '"';
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE y (id INTEGER PRIMARY KEY)");
        database.execute(
                "CREATE TABLE " + quoted + " (" + quoted + " INTEGER PRIMARY KEY)",
                "CREATE INDEX " + quoted.replaceFirst("\"$", "i\"") + " ON " + quoted + " (" + quoted + ")",
                "INSERT INTO " + quoted + " VALUES (1)");
        try (CopySnapshot snapshot = database.source().snapshot()) {
            assertEquals(1, snapshot.count(name));
            assertEquals(
                    List.of("Long 1"), SourceDatabase.rows(snapshot, name, List.of(name), List.of(name)));
            assertEquals(
                    List.of(List.of(name)),
                    snapshot.tables().stream()
                            .filter(table -> table.name().equals(name))
                            .map(table -> table.primaryKey())
                            .toList());
            assertEquals(List.of(), snapshot.faults(5));
            assertEquals(0, snapshot.count("y"));
        }
    }

    @Test
    void aMissingColumnIsAFailureNotAText() {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)");
        TidemarkException failure = assertThrows(
                TidemarkException.class, () -> database.rows("t", List.of("gone"), List.of()));
        assertEquals(Reason.SOURCE, failure.reason());
        assertTrue(failure.getMessage().contains("no such column: s.gone"), failure.getMessage());
    }

    @Test
    void anIntegerPrimaryKeyIsNotSorted() {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        Statements plainly = database::connect;
        List<String> plan =
                plainly.texts("EXPLAIN QUERY PLAN SELECT s.\"a\" FROM \"t\" AS s ORDER BY s.\"id\" COLLATE BINARY");
        assertEquals(1, plan.size(), plan::toString);
        assertTrue(plan.getFirst().endsWith("SCAN s"), plan::toString);
    }

    @Test
    void aFailureOfTheReaderIsNotTakenForOneOfTheSource() {
        SourceDatabase database = SourceDatabase.create(folder, "CREATE TABLE t (a)", "INSERT INTO t VALUES (1)");
        RuntimeException own = new IllegalStateException(
                new org.sqlite.SQLiteException("of another file", org.sqlite.SQLiteErrorCode.SQLITE_FULL));
        try (CopySnapshot snapshot = database.source().snapshot()) {
            assertEquals(own, assertThrows(RuntimeException.class, () -> snapshot.rows("t", List.of("a"), List.of(), rows -> {
                throw own;
            })));
            assertEquals(1, snapshot.count("t"));
        }
    }
}
