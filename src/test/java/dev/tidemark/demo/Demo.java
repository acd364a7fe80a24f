package dev.tidemark.demo;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.SakilaSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Runs every command through the launcher on a generated source of Sakila's genuine size, and shows what it prints. */
public final class Demo {
    private static final long SEED = 1;

    private static final List<String> CHANGES = List.of(
            "INSERT INTO rental (rental_date, inventory_id, customer_id, staff_id)"
                    + " VALUES (UTC_TIMESTAMP() - INTERVAL 2 DAY, 1, 5, 1)",
            "INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                    + " SELECT 5, 1, MAX(rental_id), 4.99, UTC_TIMESTAMP() FROM rental",
            "UPDATE rental SET return_date = UTC_TIMESTAMP() ORDER BY rental_id DESC LIMIT 1",
            "UPDATE city SET city = 'Neustadt an der Donau' WHERE city_id = 7",
            "UPDATE inventory SET store_id = 3 - store_id WHERE inventory_id = 11",
            "DELETE FROM payment WHERE payment_id = 42");

    private Demo() {}

    /**
     * Runs the demonstration.
     *
     * @param arguments the build's target folder
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        Path warehouse = emptied(target.resolve("demo")).resolve("analytics.db");
        say("Starting an embedded MariaDB and filling it with generated data of Sakila's size ...");
        try (SakilaSchema sakila = SakilaSchema.generated(SakilaScale.genuine(), SEED)) {
            Launcher tidemark = new Launcher(
                    target.resolve("tidemark/bin/tidemark"),
                    Map.of(
                            "TIDEMARK_SOURCE_URL", sakila.url(),
                            "TIDEMARK_SOURCE_USERNAME", sakila.server().username(),
                            "TIDEMARK_SOURCE_PASSWORD", sakila.server().password(),
                            "TIDEMARK_WAREHOUSE", warehouse.toString()));
            tidemark.run("init", "--format", "table");
            tidemark.run("full-load", "--format", "table");
            say("\nNow the source changes:");
            CHANGES.forEach(change -> say("  " + change + ";"));
            sakila.execute(CHANGES.toArray(String[]::new));
            tidemark.run("incremental", "--format", "table");
            tidemark.run("validate");
            tidemark.run("validate", "--all");
            tidemark.run("status");
            Queries.show(warehouse);
            say("""

                    The warehouse stays in %s: open it with any SQLite tool.
                    Now with your own MySQL:
                      export TIDEMARK_SOURCE_URL=jdbc:mysql://HOST:3306/sakila TIDEMARK_SOURCE_USERNAME=USER
                      export TIDEMARK_SOURCE_PASSWORD=...
                      %s init
                      %s full-load
                      %s incremental      # from cron, as often as you like"""
                    .formatted(warehouse, tidemark.program(), tidemark.program(), tidemark.program()));
        }
        // The embedded server ends with the process, and some of its threads would outlive this one.
        System.exit(0);
    }

    static void say(String text) {
        System.out.println(text);
    }

    /** This folder, made if it is missing, without the files in it. */
    static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
