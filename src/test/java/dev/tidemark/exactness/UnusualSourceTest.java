package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sources that are larger, finer or stranger than the sample database. */
class UnusualSourceTest {
    @Test
    void aBridgeOfAThousandFilmsMayChangeAndGoAsAWhole() {
        try (Mirror mirror = Mirror.of(SakilaSchema.generated(SakilaScale.genuine(), 3)).load()) {
            mirror.source().execute("UPDATE film_category SET last_update = UTC_TIMESTAMP() + INTERVAL 1 SECOND");
            mirror.requireExactAfterIncremental();
            mirror.source().execute("DELETE FROM film_category");
            mirror.requireExactAfterIncremental();
        }
    }

    @Test
    void fewAndManyRowsAreCompletedFromOthers() {
        try (Mirror mirror = Mirror.of(SakilaSchema.generated(SakilaScale.genuine(), 5)).load()) {
            for (int count : List.of(3, 2_500, 6_000)) {
                mirror.source().execute(
                        "UPDATE IGNORE rental SET inventory_id = inventory_id % 4000 + 1 WHERE rental_id <= " + count,
                        "UPDATE payment SET rental_id = NULL WHERE payment_id = " + count);
                mirror.requireExactAfterIncremental();
            }
        }
    }

    @Test
    void aRowThatGetsAZeroTimestampIsFound() {
        try (Mirror mirror = Mirror.small().load()) {
            mirror.source().execute("SET sql_mode = ''; UPDATE customer SET first_name = 'ZERO',"
                    + " last_update = '0000-00-00 00:00:00' WHERE customer_id = 4");
            mirror.requireExactAfterIncremental();
        }
    }

    @Test
    void theLastMomentOfADayBelongsToIt() {
        try (Replication replication = Replication.small()) {
            replication.source().execute(
                    "ALTER TABLE payment MODIFY payment_date DATETIME(6) NOT NULL",
                    "UPDATE payment SET payment_date = '2024-05-06 23:59:59.999999' WHERE payment_id = 3");
            TidemarkCli tidemark = replication.tidemark();
            tidemark.succeedAll("init", "full-load");

            String report = tidemark.succeed("validate", "--from", "2024-05-06", "--to", "2024-05-06").out();
            assertTrue(report.contains("The warehouse matches the source."), report);
        }
    }

    @Test
    void anAmountWithAFractionOfACentIsRefusedByName() {
        try (Replication replication = Replication.small()) {
            replication.source().execute(
                    "ALTER TABLE payment MODIFY amount DECIMAL(10, 4) NOT NULL",
                    "UPDATE payment SET amount = 1.0050 WHERE payment_id = 3");
            TidemarkCli tidemark = replication.tidemark();
            tidemark.succeed("init");

            String complaint = tidemark.run("full-load").exitingWith(3).err();
            assertTrue(complaint.contains("payment 3 exactly"), complaint);
        }
    }

    @Test
    void amountsInAnApproximateTypeAreSummedExactly() {
        try (Mirror mirror = Mirror.small()) {
            mirror.source().execute(
                    "UPDATE payment SET amount = 0.99 WHERE amount = 0", "ALTER TABLE payment MODIFY amount DOUBLE NOT NULL");
            mirror.load().requireExactInEveryWay();
            mirror.source().execute("UPDATE payment SET amount = 7.49 WHERE payment_id < 50");
            mirror.requireExactInEveryWay();
        }
    }

    @Test
    void addedColumnsMayHaveTheNamesOfResults() {
        try (Mirror mirror = Mirror.small()) {
            mirror.source().execute("ALTER TABLE actor ADD first_key INT NOT NULL DEFAULT 1,"
                    + " ADD row_count INT, ADD content INT, ADD key_content INT, ADD amount INT");
            mirror.load();
            mirror.source().execute("UPDATE actor SET last_name = 'CHANGED', last_update = last_update WHERE actor_id = 20");
            mirror.requireExactInEveryWay();
        }
    }

    @Test
    void aTableWithoutSnapshotsIsRefused() {
        try (Mirror mirror = Mirror.small().load()) {
            WideKeys.dropForeignKeys(mirror.source());
            mirror.source().execute("ALTER TABLE city ENGINE = MyISAM");

            for (String command : List.of("init", "full-load", "incremental", "check")) {
                TidemarkCli.Result result = mirror.tidemark().run(command).exitingWith(3);
                String told = result.out() + result.err();
                assertTrue(
                        told.contains("The engine of the source's table city, MyISAM, has no snapshots,"
                                + " without which changes during a load get lost"),
                        told);
                assertTrue(told.contains("ALTER TABLE city ENGINE=InnoDB"), told);
            }
            mirror.tidemark().succeed("validate");
        }
    }

    @Test
    void aKeyThatIsNullIsRefused() {
        try (Mirror mirror = Mirror.small().load()) {
            WideKeys.dropForeignKeys(mirror.source());
            mirror.source().execute(
                    "ALTER TABLE rental MODIFY rental_id INT NULL, DROP PRIMARY KEY",
                    "INSERT INTO rental (rental_id, rental_date, inventory_id, customer_id, staff_id)"
                            + " VALUES (NULL, '2024-01-01', 1, 1, 1)");
            String quick = mirror.tidemark().run("incremental", "--detect", "timestamps").exitingWith(3).complaint();
            assertTrue(quick.contains("The key of a row of the source is NULL"), quick);
            for (String command : List.of("incremental", "full-load")) {
                String complaint = mirror.tidemark().run(command).exitingWith(3).complaint();
                assertTrue(complaint.contains(" is NULL in the row with "), complaint);
            }
        }
    }

    @Test
    void allNamesOfAWarehouseHaveOneLock() throws IOException {
        try (Replication replication = Replication.small()) {
            replication.tidemark().succeedAll("init", "full-load");
            Path link = replication.folder().resolve("link.db");
            Files.createSymbolicLink(link, replication.warehouse().path());
            TidemarkCli.of(replication.source(), link).succeed("incremental");
            assertEquals(false, Files.exists(replication.folder().resolve("link.db.lock")));
        }
    }
}
