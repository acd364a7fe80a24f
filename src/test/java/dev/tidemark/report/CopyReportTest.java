package dev.tidemark.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report on a copy: rows mapped, skipped and rejected, and why. */
class CopyReportTest {
    @TempDir
    private Path folder;

    @Test
    void everyTableTellsItsRowsAndTheReasonsOfRejectedOnes() throws IOException {
        SqliteFile source = new SqliteFile(folder.resolve("source.db"));
        source.run(
                "CREATE TABLE Author (Id INTEGER PRIMARY KEY, Email VARCHAR(40) NOT NULL UNIQUE)",
                "CREATE TABLE \"Odd <b>name</b>\" (Id INTEGER PRIMARY KEY, Hash VARCHAR(40) NOT NULL UNIQUE)",
                "INSERT INTO Author VALUES (1, 'ann@example.com'), (2, 'bob@example.com')",
                "INSERT INTO \"Odd <b>name</b>\" VALUES (1, 'aa'), (4, '" + "d".repeat(50) + "')");
        try (CopyJob job = CopyJob.in(
                folder, "job", source, CopyTargetKind.MYSQL, "keys: assign\ncommit: table\nbad-rows: reject\n")) {
            TidemarkCli tidemark = job.cli();
            tidemark.succeed("init");
            Path page = folder.resolve("report.html");
            tidemark.succeed("report", "--output", page.toString());
            assertTrue(Files.readString(page).contains("never loaded"));

            tidemark.run("full-load");
            source.run("INSERT INTO Author VALUES (3, 'cem@example.com')");
            tidemark.run("incremental");
            tidemark.succeed("report", "--output", page.toString());
            String html = Files.readString(page);
            assertTrue(html.contains("<h1>job.state.db</h1>"));
            assertFalse(html.contains("Odd <b>"));
            String text = html.replaceAll("(?s)<script>.*?</script>|<[^>]+>", " ").replaceAll("\\s+", " ");
            assertTrue(text.contains("Author author 3 3 "), text);
            assertTrue(text.matches(".* Why rows were rejected .* Odd &lt;b&gt;name&lt;/b&gt; .*40.* 1 4 .*"), text);
        }
    }
}
