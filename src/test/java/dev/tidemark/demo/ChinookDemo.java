package dev.tidemark.demo;

import dev.tidemark.copy.SqliteFile;
import dev.tidemark.copy.TargetDatabase;
import dev.tidemark.copy.generator.ChinookGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The migration to PostgreSQL: keys stay, and a run is all or nothing. */
final class ChinookDemo {
    private static final Path CONFIGURATION = Path.of("src/examples/chinook.yml");
    private static final long SEED = 1;
    private static final int ROWS = 15_000;
    private static final int LINES_OF_A_PROPOSAL = 16;
    private static final int INCOMPLETE = 7;

    // No table says when a row changed.
    private static final List<String> CHANGES = List.of(
            "UPDATE Customer SET Email = 'new@mail.example' WHERE CustomerId = 5",
            "UPDATE Track SET UnitPrice = 1.29 WHERE TrackId % 100 = 0",
            "INSERT INTO Invoice (InvoiceId, CustomerId, InvoiceDate, Total) VALUES (9001, 5, '2026-02-01', 2.58)",
            "INSERT INTO InvoiceLine VALUES (90001, 9001, 100, 1.29, 1), (90002, 9001, 200, 1.29, 1)",
            "DELETE FROM PlaylistTrack WHERE PlaylistId = 3 AND TrackId % 4 = 0",
            "UPDATE Track SET Milliseconds = 'four minutes' WHERE TrackId = 42");

    private ChinookDemo() {}

    static void show(Path folder, TargetDatabase target, Path program) throws IOException, InterruptedException {
        Path file = folder.resolve("chinook.db");
        new ChinookGenerator(SEED, ROWS).write(file);
        SqliteFile source = new SqliteFile(file);
        Launcher tidemark = new Launcher(program, CopyDemo.settings(CONFIGURATION, file, target));
        tidemark.runShowing(LINES_OF_A_PROPOSAL, "config", "--from", "jdbc:sqlite:" + file);
        tidemark.run("init", "--format", "table");
        tidemark.run("full-load", "--format", "table");
        CopyDemo.change(source, CHANGES);
        tidemark.runExpecting(INCOMPLETE, "incremental");
        CopyDemo.change(source, List.of("UPDATE Track SET Milliseconds = 240000 WHERE TrackId = 42"));
        tidemark.run("incremental", "--format", "table");
        tidemark.run("status");
        tidemark.run("validate");
        CopyDemo.ask(target, """
                SELECT customer_id, email, invoice_id, invoice_date, total, count(*) AS lines
                FROM customer JOIN invoice USING (customer_id) JOIN invoice_line USING (invoice_id)
                WHERE customer_id = 5 GROUP BY customer_id, invoice_id ORDER BY invoice_id DESC LIMIT 3""");
    }
}
