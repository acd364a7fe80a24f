package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.Json;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Values that cannot be carried over unchanged, from the file to the target. */
class CopyBadValuesTest {
    @TempDir
    private Path folder;

    /** Bad values as SQLite writes them. */
    private enum Bad {
        INVALID_UTF_8("Name", "CAST(x'61ff62' AS TEXT)", "UTF-8"),
        CUT_OFF_CHARACTER("Name", "CAST(x'61e282' AS TEXT)", "UTF-8"),
        LONE_SURROGATE("Name", "CAST(x'eda080' AS TEXT)", ""),
        NUL_CHARACTER("Name", "char(97, 0, 98)", "NUL"),
        TOO_LONG("Name", "'123456789'", "8"),
        BYTES_FOR_TEXT("Name", "x'616263'", ""),
        TEXT_FOR_A_NUMBER("Number", "'twelve'", "twelve"),
        NUMBER_WITH_A_SPACE("Price", "'1 2'", ""),
        FRACTION_FOR_A_WHOLE_NUMBER("Number", "12.5", "12.5"),
        NUMBER_BEYOND_THE_RANGE("Number", "9223372036854775808", ""),
        TOO_MANY_DIGITS("Price", "1234567.5", ""),
        MONEY_THAT_IS_NO_ROUNDING_NOISE("Price", "12.345", "12.345"),
        INFINITE_MONEY("Price", "9e999", ""),
        DAY_THAT_DOES_NOT_EXIST("Day", "'2023-02-29'", "2023-02-29"),
        DAY_WITH_A_TIME("Day", "'2023-02-28 12:00:00'", ""),
        JULIAN_DAY_AT_NIGHT("Day", "2460000.25", ""),
        SECONDS_OF_NO_MIDNIGHT("Day", "1700000001", ""),
        HOUR_24("Moment", "'2023-02-28 24:00:00'", ""),
        YEAR_10000("Moment", "'10000-01-01 00:00:00'", ""),
        NEITHER_TRUE_NOR_FALSE("Flag", "2", "2"),
        NO_UUID("Code", "'0000'", ""),
        TEXT_FOR_A_TIME_OF_DAY("Clock", "'noon'", "noon"),
        NULL_WHERE_A_VALUE_IS_REQUIRED("Must", "NULL", "");

        private final String column;
        private final String value;
        private final String told;

        Bad(String column, String value, String told) {
            this.column = column;
            this.value = value;
            this.told = told;
        }

        /** MySQL has no UUIDs, so their column is of text. */
        private static List<Bad> of(CopyTargetKind kind) {
            return Arrays.stream(values())
                    .filter(bad -> kind == CopyTargetKind.POSTGRESQL || bad != NO_UUID)
                    .toList();
        }

        private int id() {
            return 100 + ordinal();
        }

        private String delete() {
            return "DELETE FROM Thing WHERE Id = " + id();
        }

        private String insert() {
            String name = column.equals("Name") ? "" : ", Name";
            return "INSERT INTO Thing (Id, %s%s) VALUES (%d, %s%s)"
                    .formatted(column, name, id(), value, name.isEmpty() ? "" : ", 'good'");
        }
    }

    @TestFactory
    Stream<DynamicTest> eachStopsTheRunOnPostgresql() {
        return eachStopsTheRun(CopyTargetKind.POSTGRESQL);
    }

    @TestFactory
    Stream<DynamicTest> eachStopsTheRunOnMysql() {
        return eachStopsTheRun(CopyTargetKind.MYSQL);
    }

    private Stream<DynamicTest> eachStopsTheRun(CopyTargetKind kind) {
        CopyJob job = loaded(kind, "stop");
        List<String> before = content(job);
        return Bad.of(kind).stream()
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> {
                    job.source().run("INSERT INTO Thing (Id, Name) VALUES (50, 'new')", bad.insert());
                    String told = job.cli().run("incremental").exitingWith(7).complaint();
                    assertTrue(told.contains("A row cannot be carried over: Thing " + bad.id() + ": "), told);
                    assertTrue(told.contains(bad.told), told);
                    assertEquals(before, content(job));
                    job.source().run("DELETE FROM Thing WHERE Id = 50", bad.delete());
                }))
                .onClose(job::close);
    }

    @ParameterizedTest
    @EnumSource(CopyTargetKind.class)
    void areLeftOutUntilTheyAreCorrected(CopyTargetKind kind) {
        try (CopyJob job = loaded(kind, "reject")) {
            SqliteFile source = job.source();
            source.run("INSERT INTO Thing (Id, Name) VALUES (50, 'new')");
            for (Bad bad : Bad.of(kind)) {
                source.run(bad.insert(), "INSERT INTO Part VALUES (%1$d, %1$d)".formatted(bad.id()));
            }

            job.cli().run("incremental").exitingWith(7);

            assertEquals(List.of("1|1", "50|null"), content(job));
            JsonNode rejected = job.cli().json(0, "status", "--rejected");
            assertEquals(2 * Bad.of(kind).size(), rejected.size());
            for (Bad bad : Bad.of(kind)) {
                JsonNode row = Json.elements(rejected)
                        .filter(some -> some.path("table").asString().equals("Thing"))
                        .filter(some -> some.path("key").asString().equals(Integer.toString(bad.id())))
                        .findFirst()
                        .orElseThrow();
                assertTrue(row.path("reason").asString().contains(bad.told), row::toString);
                source.run(bad.delete(), "INSERT INTO Thing (Id, Name) VALUES (" + bad.id() + ", 'good')");
            }

            job.cli().succeed("incremental");

            assertEquals(2 + Bad.of(kind).size(), content(job).size());
            assertEquals("No row was left out.\n", job.cli().succeed("status", "--rejected").out());
            for (Bad bad : Bad.of(kind)) {
                source.run(bad.delete(), bad.insert());
            }

            job.cli().run("incremental", "--max-deletes", "100%").exitingWith(7);

            assertEquals(List.of("1|1", "50|null"), content(job));
        }
    }

    private CopyJob loaded(CopyTargetKind kind, String rule) {
        SqliteFile source = new SqliteFile(folder.resolve(kind + ".db"));
        source.run(
                "CREATE TABLE Thing (Id INTEGER PRIMARY KEY, Name VARCHAR(8), Number INTEGER, Price NUMERIC(8,2),"
                        + " Day DATE, Moment DATETIME, Flag BOOLEAN, Code UUID, Clock TIME, Must INTEGER DEFAULT 1)",
                "CREATE TABLE Part (Id INTEGER PRIMARY KEY, ThingId INTEGER NOT NULL REFERENCES Thing (Id))",
                "INSERT INTO Thing (Id, Name) VALUES (1, 'good')",
                "INSERT INTO Part VALUES (1, 1)");
        CopyJob job = CopyJob.in(folder, kind.name(), source, kind, "bad-rows: " + rule);
        job.cli().succeed("init");
        job.target().run(kind == CopyTargetKind.POSTGRESQL
                ? "ALTER TABLE thing ALTER COLUMN must SET NOT NULL"
                : "ALTER TABLE thing MODIFY COLUMN must bigint NOT NULL");
        job.cli().succeed("full-load");
        return job;
    }

    private static List<String> content(CopyJob job) {
        return job.target().texts(
                "SELECT t.id, p.id FROM thing t LEFT JOIN part p ON p.thing_id = t.id ORDER BY t.id");
    }

    @Test
    void infinityIsABadValueForMySql() {
        SqliteFile source = new SqliteFile(folder.resolve("infinity.db"));
        source.run(
                "CREATE TABLE size (id INTEGER PRIMARY KEY, value REAL)",
                "INSERT INTO size VALUES (1, 1.5), (2, 9e999), (3, -9e999), (4, 2.5)");
        try (CopyJob job = CopyJob.in(folder, "infinity", source, CopyTargetKind.MYSQL, "bad-rows: reject")) {
            job.cli().succeed("init");
            job.cli().run("full-load").exitingWith(7);
            assertEquals(List.of("1|1.5", "4|2.5"), job.target().texts("SELECT id, value FROM size ORDER BY 1"));
        }
    }
}
