package dev.tidemark.copy.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that nobody wrote to since the last run is not read; any write makes the next run compare every row. */
class UntouchedSourceTest {
    // Longer than a file has to be left alone before it counts as untouched.
    private static final long SETTLED_MILLIS = 2_100;

    @TempDir
    private Path folder;

    @Test
    void rowsAreReadOnlyAfterAWrite() throws IOException, InterruptedException {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run("CREATE TABLE Team (Id INTEGER PRIMARY KEY, Name TEXT)", "INSERT INTO Team VALUES (1, 'red'), (2, 'sea')");
        try (CopyJob job = CopyJob.in(folder, "untouched", source, CopyTargetKind.POSTGRESQL, "")) {
            Thread.sleep(SETTLED_MILLIS);
            job.cli().succeedAll("init", "full-load");
            // A run that compares rows would take the first for changed.
            new SqliteFile(job.state()).run("UPDATE copy_row SET hash = x'00'");
            job.target().run("UPDATE team SET name = 'spoilt'");

            job.cli().succeed("incremental");
            assertEquals(List.of("spoilt", "spoilt"), names(job));

            FileTime modified = Files.getLastModifiedTime(source.path());
            source.run("UPDATE Team SET Name = 'tan' WHERE Id = 1");
            Files.setLastModifiedTime(source.path(), modified);
            job.cli().succeed("incremental");
            assertEquals(List.of("tan", "sea"), names(job));

            job.target().run("UPDATE team SET name = 'spoilt'");
            Thread.sleep(SETTLED_MILLIS);
            job.cli().succeed("incremental");
            job.cli().succeed("incremental", "--deep");
            assertEquals(List.of("tan", "sea"), names(job));
        }
    }

    @Test
    void theLogOfALinkedSourceIsThatOfTheFile() throws Exception {
        SqliteFile source = new SqliteFile(Files.createDirectory(folder.resolve("real")).resolve("source.db"));
        SqliteFile link = new SqliteFile(Files.createSymbolicLink(folder.resolve("link.db"), source.path()));
        source.run("PRAGMA journal_mode = WAL", "CREATE TABLE Team (Id INTEGER PRIMARY KEY, Name TEXT)");
        try (CopyJob job = CopyJob.in(folder, "linked", link, CopyTargetKind.POSTGRESQL, "");
                Connection open = source.connect();
                Statement writer = open.createStatement()) {
            writer.execute("INSERT INTO Team VALUES (1, 'red')");
            Thread.sleep(SETTLED_MILLIS);
            job.cli().succeedAll("init", "incremental");
            writer.execute("INSERT INTO Team VALUES (2, 'sea')");

            job.cli().succeed("incremental");

            assertEquals(List.of("red", "sea"), names(job));
        }
    }

    private static List<String> names(CopyJob job) {
        return job.target().texts("SELECT name FROM team ORDER BY id");
    }
}
