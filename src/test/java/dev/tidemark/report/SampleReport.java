package dev.tidemark.report;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * A report on a warehouse with a history: a run every quarter of an hour, of which one failed, one was killed, and
 * three did not come. Some texts of the data try to break out of the page.
 *
 * @param warehouse the warehouse
 * @param file the page
 */
record SampleReport(WarehouseFile warehouse, Path file) {
    static final String HOSTILE_TITLE = "<script>alert(1)</script>";
    static final String HOSTILE_CATEGORY = "</table></script><script>alert('2')</script>\" onclick=\"alert(3)";
    static final String HOSTILE_MESSAGE = "No table <img src=x onerror=alert(4)> at https://example.com/ & 'there'";
    static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-03-01T00:10:00");
    private static final List<Integer> MISSED = List.of(20, 21, 22);

    /** The report in {@code folder}. */
    static SampleReport in(Path folder) {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        warehouse.execute(
                "DELETE FROM sync_run",
                "DELETE FROM sync_run_table",
                "UPDATE sync_state SET run_id = NULL, snapshot_at = '2026-03-01 11:55:00'",
                "UPDATE dim_film SET title = '%s' WHERE film_id = (SELECT film_id FROM top_films WHERE place = 1 LIMIT 1)"
                        .formatted(HOSTILE_TITLE),
                "UPDATE dim_category SET name = '%s' WHERE category_id = 1".formatted(quoted(HOSTILE_CATEGORY)),
                run(1, "full-load", "succeeded", FIRST, 9, 2_000, null),
                table(1, 2_000, 2_000));
        for (int index = 0; index < 47; index++) {
            if (!MISSED.contains(index)) {
                warehouse.execute(history(index));
            }
        }
        return new SampleReport(warehouse, write(warehouse, folder.resolve("report.html")));
    }

    /** The page's text. */
    String html() {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path write(WarehouseFile warehouse, Path file) {
        TidemarkCli.in(Map.of("TIDEMARK_WAREHOUSE", warehouse.path().toString()))
                .at(Clock.fixed(NOW, ZoneOffset.UTC))
                .succeed("report", "--output", file.toString());
        return file;
    }

    private static String[] history(int index) {
        int id = index + 2;
        LocalDateTime start = FIRST.plusMinutes(15L * (index + 1));
        return switch (index) {
            case 30 -> new String[] {run(id, "incremental", "interrupted", start, -1, 0, "the process ended")};
            case 35 -> new String[] {run(id, "incremental", "failed", start, 31, 0, HOSTILE_MESSAGE)};
            default -> new String[] {
                run(id, "incremental", "succeeded", start, 1 + index % 3, 10, null), table(id, 10, 2_000 + 10 * id)
            };
        };
    }

    private static String run(
            int id, String command, String outcome, LocalDateTime start, int seconds, int inserted, String message) {
        return "INSERT INTO sync_run VALUES (%d, '%s', '%s', %s, '%s', %d, %d, %d, 0, 0, %s)".formatted(
                id,
                command,
                text(start),
                seconds < 0 ? "NULL" : "'" + text(start.plusSeconds(seconds)) + "'",
                outcome,
                inserted,
                inserted,
                inserted / 2,
                message == null ? "NULL" : "'" + quoted(message) + "'");
    }

    private static String table(int run, int inserted, int rows) {
        return "INSERT INTO sync_run_table VALUES (%d, 'fact_rental', %d, %d, %d, 0)"
                .formatted(run, rows, inserted, inserted / 2);
    }

    private static String text(LocalDateTime time) {
        return time.toString().replace('T', ' ') + (time.getSecond() == 0 ? ":00" : "");
    }

    private static String quoted(String text) {
        return text.replace("'", "''");
    }
}
