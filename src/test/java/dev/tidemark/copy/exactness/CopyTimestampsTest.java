package dev.tidemark.copy.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fast lane of a copy: rows with a recent time of change alone. */
class CopyTimestampsTest {
    private static final String SETTINGS = """
            look-back: 60s
            tables:
              Item: {changed-at: Changed}
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "'2024-05-01 10:00:00', '2024-05-01 10:00:30', '2024-05-01 09:00:00'",
        "'2024-05-01T10:00:00Z', '2024-05-01T09:59:30Z', '2024-04-29T09:00:00Z'",
        "'2024-05-01T10:00:00-05:00', '2024-05-01T10:00:30-05:00', '2024-04-29T09:00:00-05:00'",
        "'2024-05-01T10:00:00', '2024-05-01 18:00:00', '2024-04-30T23:00:00'",
        "1714557600, 1714557650, 1714554000",
        "1714557600000, 1714557650000, 1714554000000",
    })
    void readsRowsThatChangedLately(String first, String recent, String old) {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE Item (Id INTEGER PRIMARY KEY, Name TEXT, Changed)",
                "INSERT INTO Item VALUES (1, 'a', %s), (2, 'b', %1$s), (3, 'c', %1$s)".formatted(value(first)));
        try (CopyJob job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, SETTINGS)) {
            job.cli().succeedAll("init", "full-load");
            source.run(
                    "UPDATE Item SET Name = 'seen', Changed = %s WHERE Id = 1".formatted(value(recent)),
                    "INSERT INTO Item VALUES (4, 'new', %s)".formatted(value(recent)),
                    "UPDATE Item SET Name = 'missed', Changed = %s WHERE Id = 2".formatted(value(old)),
                    "DELETE FROM Item WHERE Id = 3");

            var result = job.cli().succeed("incremental", "--detect", "timestamps");

            assertTrue(result.err().contains("found by their times alone"), result.err());
            assertEquals(List.of("1|seen", "2|b", "3|c", "4|new"), names(job));
            job.cli().succeed("incremental");
            assertEquals(List.of("1|seen", "2|missed", "4|new"), names(job));
            assertEquals(0, job.cli().run("validate").exitCode());
        }
    }

    @Test
    void aRowThatTheFastLaneBroughtMayGoBack() {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE Item (Id INTEGER PRIMARY KEY, Name TEXT, Changed)", "INSERT INTO Item VALUES (1, 'a', 100)");
        try (CopyJob job = CopyJob.in(folder, "job", source, CopyTargetKind.MYSQL, SETTINGS)) {
            job.cli().succeedAll("init", "full-load");
            source.run("UPDATE Item SET Name = 'b', Changed = 200");
            job.cli().succeed("incremental", "--detect", "timestamps");
            assertEquals(List.of("1|b"), names(job));

            source.run("UPDATE Item SET Name = 'a', Changed = 100");
            job.cli().succeed("incremental");
            assertEquals(List.of("1|a"), names(job));
        }
    }

    private static String value(String text) {
        return text.matches("\\d+") ? text : "'" + text + "'";
    }

    private static List<String> names(CopyJob job) {
        return job.target().texts("SELECT id, name FROM item ORDER BY id");
    }
}
