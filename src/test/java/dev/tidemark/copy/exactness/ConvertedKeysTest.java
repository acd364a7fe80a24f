package dev.tidemark.copy.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kept keys that are written differently in the target, so that two rows may want one key, or a row a new one. */
class ConvertedKeysTest {
    private static final String LOWER_CASE = "tables: {Person: {columns: {Mail: {transform: [lowercase]}}},"
            + " Visit: {columns: {Mail: {transform: [lowercase]}}}}";

    private static final String[] PEOPLE = {
        "CREATE TABLE Person (Mail VARCHAR(40) PRIMARY KEY NOT NULL, Name VARCHAR(40), Badge INTEGER UNIQUE)",
        "CREATE TABLE Visit (Id INTEGER PRIMARY KEY, Mail VARCHAR(40) NOT NULL REFERENCES Person (Mail))",
        "INSERT INTO Person VALUES ('ann@x', 'Ann', 1), ('bob@x', 'Bob', 2)",
        "INSERT INTO Visit VALUES (1, 'ann@x')"
    };

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void ofTwoRowsTheOneThatIsThereKeepsItsKey(CopyTargetKind kind) {
        try (CopyJob job = people(kind, "bad-rows: reject\n" + LOWER_CASE)) {
            job.source().run("INSERT INTO Person VALUES ('Ann@x', 'Other', 3)");
            job.cli().run("incremental").exitingWith(7);
            assertEquals(List.of("ann@x|Ann|1", "bob@x|Bob|2"), people(job));
            String rejected = job.cli().succeed("status", "--rejected").out();
            assertTrue(rejected.contains("another row of the source has the same mail \"ann@x\""), rejected);
            requireValid(job);

            job.source().run("DELETE FROM Visit", "DELETE FROM Person WHERE Mail = 'ann@x'");
            job.cli().succeed("incremental");
            assertEquals(List.of("ann@x|Other|3", "bob@x|Bob|2"), people(job));
            requireValid(job);

            job.source().run(
                    "DELETE FROM Person WHERE Mail = 'Ann@x'", "INSERT INTO Person VALUES ('ANN@X', 'Third', 4)");
            job.cli().succeed("incremental");
            assertEquals(List.of("ann@x|Third|4", "bob@x|Bob|2"), people(job));
            requireValid(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aFirstLoadStopsAtTwoRowsWithOneKey(CopyTargetKind kind) {
        SqliteFile source = source(kind, PEOPLE);
        source.run("INSERT INTO Person VALUES ('Ann@x', 'Other', 3)");
        try (CopyJob job = CopyJob.in(folder, kind.name(), source, kind, LOWER_CASE)) {
            job.cli().succeed("init");
            String told = job.cli().run("full-load").exitingWith(7).complaint();
            assertTrue(told.contains("has the same mail") || told.contains("have the same mail"), told);
            assertEquals(List.of(), people(job));
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aRowThatGetsAnotherKeyLeavesNothingBehind(CopyTargetKind kind) throws IOException {
        try (CopyJob job = people(kind, "max-deletes: 100%")) {
            job.source().run("INSERT INTO Person VALUES ('EVE@x', 'Eve', 5)", "INSERT INTO Visit VALUES (2, 'EVE@x')");
            job.cli().succeed("incremental");
            Files.writeString(job.configuration(), Files.readString(job.configuration()) + LOWER_CASE + "\n");
            job.cli().succeed("incremental");
            assertEquals(List.of("ann@x|Ann|1", "bob@x|Bob|2", "eve@x|Eve|5"), people(job));
            assertEquals(List.of("1|ann@x", "2|eve@x"), job.target().texts("SELECT id, mail FROM visit ORDER BY id"));
            requireValid(job);
            job.source().run("DELETE FROM Visit WHERE Id = 2", "DELETE FROM Person WHERE Mail = 'EVE@x'");
            job.cli().succeed("incremental");
            assertEquals(List.of("ann@x|Ann|1", "bob@x|Bob|2"), people(job));
            requireValid(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aNumberMayBecomeAnotherTextThatIsAsLarge(CopyTargetKind kind) {
        try (CopyJob job = loaded(
                kind,
                "tables: {Thing: {columns: {Id: {type: varchar(9)}}}}",
                "CREATE TABLE Thing (Id PRIMARY KEY NOT NULL, Word)",
                "INSERT INTO Thing VALUES (1, 'one'), (2, 'two')")) {
            job.source().run("UPDATE Thing SET Id = 1.0 WHERE Id = 1");
            job.cli().succeed("incremental");
            assertEquals(List.of("1.0|one", "2|two"), job.target().texts("SELECT id, word FROM thing ORDER BY id"));
            requireValid(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void wholeRealsAndTimesAreFoundAgain(CopyTargetKind kind) {
        try (CopyJob job = loaded(
                kind,
                "",
                "CREATE TABLE Measure (Value REAL PRIMARY KEY NOT NULL, Word)",
                "INSERT INTO Measure VALUES (1.0, 'a'), (2.0, 'b'), (3.5, 'c'), (4.0, 'd')",
                "CREATE TABLE Slot (Start TIME NOT NULL, Room INT NOT NULL, Word, PRIMARY KEY (Start, Room))",
                "INSERT INTO Slot VALUES ('10:00', 0, 'a'), ('11:00:00.5', 1, 'b'), ('12:00', 1, 'c')")) {
            requireValid(job);
            job.source().run(
                    "DELETE FROM Measure WHERE Value = 2",
                    "UPDATE Measure SET Value = 5 WHERE Value = 4",
                    "DELETE FROM Slot WHERE Start = '12:00'",
                    "UPDATE Slot SET Word = 'new' WHERE Room = 0");
            job.cli().succeed("incremental");
            assertEquals(List.of("a", "c", "d"), job.target().texts("SELECT word FROM measure ORDER BY value"));
            assertEquals(List.of("new", "b"), job.target().texts("SELECT word FROM slot ORDER BY start"));
            requireValid(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void textsThatDifferByABlankAtTheEndAreTwo(CopyTargetKind kind) {
        try (CopyJob job = loaded(
                kind,
                "",
                "CREATE TABLE Thing (Id VARCHAR(9) PRIMARY KEY NOT NULL, Word VARCHAR(9) UNIQUE)",
                "INSERT INTO Thing VALUES ('a', 'one'), ('a ', 'one ')")) {
            assertEquals(List.of("a|one", "a |one "), job.target().texts("SELECT id, word FROM thing ORDER BY id"));
            requireValid(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aValueThatOthersReferToGoesWithThem(CopyTargetKind kind) {
        try (CopyJob job = loaded(
                kind,
                "max-deletes: 100%",
                "CREATE TABLE Kind (Id INTEGER PRIMARY KEY, Code VARCHAR(9) NOT NULL UNIQUE)",
                "CREATE TABLE Thing (Id INTEGER PRIMARY KEY, Code VARCHAR(9) NOT NULL REFERENCES Kind (Code))",
                "INSERT INTO Kind VALUES (1, 'A'), (2, 'B'), (3, 'C')",
                "INSERT INTO Thing VALUES (1, 'A'), (2, 'B'), (3, 'C'), (4, 'C')")) {
            job.source().run(
                    "DELETE FROM Thing WHERE Code = 'B'",
                    "UPDATE Thing SET Code = 'A' WHERE Id = 3",
                    "DELETE FROM Thing WHERE Id = 4",
                    "DELETE FROM Kind WHERE Code <> 'A'");
            job.cli().succeed("incremental");
            assertEquals(List.of("1|A"), job.target().texts("SELECT id, code FROM kind"));
            assertEquals(List.of("1|A", "3|A"), job.target().texts("SELECT id, code FROM thing ORDER BY id"));
            requireValid(job);
        }
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void aTableThatInitMakesAnewIsFilled(CopyTargetKind kind) {
        try (CopyJob job = people(kind, "")) {
            job.target().run("DROP TABLE visit");
            job.cli().succeedAll("init", "incremental");
            assertEquals(List.of("1|ann@x"), job.target().texts("SELECT id, mail FROM visit"));
            requireValid(job);
        }
    }

    @Test
    void aKeyThatACollationTakesForTheOldOneStays() {
        SqliteFile source = source(
                CopyTargetKind.POSTGRESQL,
                "CREATE TABLE Word (Word VARCHAR(40) PRIMARY KEY NOT NULL, Number INTEGER)",
                "CREATE TABLE Line (Id INTEGER PRIMARY KEY, Word VARCHAR(40) NOT NULL REFERENCES Word (Word))",
                "INSERT INTO Word VALUES ('ANN', 1), ('BOB', 2)",
                "INSERT INTO Line VALUES (1, 'ANN')");
        try (CopyJob job = CopyJob.in(folder, "case", source, CopyTargetKind.POSTGRESQL, "max-deletes: 100%")) {
            job.target().run(
                    "CREATE COLLATION fold (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
                    "CREATE TABLE word (word varchar(40) COLLATE fold PRIMARY KEY, number bigint)",
                    "CREATE TABLE line (id bigint PRIMARY KEY, word varchar(40) COLLATE fold NOT NULL REFERENCES word)");
            job.cli().succeedAll("init", "full-load");
            source.run(
                    "DELETE FROM Word WHERE Word = 'ANN'",
                    "INSERT INTO Word VALUES ('ann', 1)",
                    "UPDATE Line SET Word = 'ann'");
            job.cli().succeed("incremental");
            assertEquals(List.of("ann|1", "BOB|2"), job.target().texts("SELECT word, number FROM word ORDER BY number"));
            assertEquals(List.of("1|ann"), job.target().texts("SELECT id, word FROM line"));
            requireValid(job);
            job.target().run("UPDATE word SET word = 'bob' WHERE number = 2");
            job.cli().run("validate").exitingWith(1);
        }
    }

    @Test
    void theLargestNumberIsTaken() {
        try (CopyJob job = loaded(
                CopyTargetKind.POSTGRESQL,
                "",
                "CREATE TABLE Thing (Id INTEGER PRIMARY KEY, Word)",
                "INSERT INTO Thing VALUES (1, 'one'), (9223372036854775807, 'most')")) {
            assertEquals(List.of("1", "9223372036854775807"), job.target().texts("SELECT id FROM thing ORDER BY id"));
            requireValid(job);
        }
    }

    private CopyJob people(CopyTargetKind kind, String settings) {
        CopyJob job = loaded(kind, settings, PEOPLE);
        assertEquals(List.of("ann@x|Ann|1", "bob@x|Bob|2"), people(job));
        return job;
    }

    private CopyJob loaded(CopyTargetKind kind, String settings, String... statements) {
        CopyJob job = CopyJob.in(folder, kind.name(), source(kind, statements), kind, settings);
        job.cli().succeedAll("init", "full-load");
        return job;
    }

    private SqliteFile source(CopyTargetKind kind, String... statements) {
        SqliteFile source = new SqliteFile(folder.resolve(kind + ".db"));
        source.run(statements);
        return source;
    }

    private static List<String> people(CopyJob job) {
        return job.target().texts("SELECT mail, name, badge FROM person ORDER BY mail");
    }

    // What was left out is part of the verdict, but no difference.
    private static void requireValid(CopyJob job) {
        String report = job.cli().succeed("validate").out();
        assertTrue(!report.contains("of others"), report);
    }
}
