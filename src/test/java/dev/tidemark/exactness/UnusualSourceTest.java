package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that are larger, finer or stranger than the sample database. */
class UnusualSourceTest {
    @TempDir
    private Path folder;

    @Test
    void aBridgeOfAThousandFilmsMayChangeAndGoAsAWhole() {
        try (SakilaSchema sakila = SakilaSchema.generated(SakilaScale.genuine(), 3)) {
            Mirror mirror = Mirror.withoutLookBack(sakila, folder).load();

            sakila.execute("UPDATE film_category SET last_update = UTC_TIMESTAMP() + INTERVAL 1 SECOND");
            mirror.requireExactAfterIncremental();
            sakila.execute("DELETE FROM film_category");
            mirror.requireExactAfterIncremental();
        }
    }

    @Test
    void aRowWithAZeroTimestampIsAlwaysRead() {
        try (SakilaSchema sakila = SakilaSchema.small()) {
            Mirror mirror = Mirror.withoutLookBack(sakila, folder).load();
            sakila.execute("SET sql_mode = ''; UPDATE customer SET first_name = 'ZERO',"
                    + " last_update = '0000-00-00 00:00:00' WHERE customer_id = 4");
            mirror.requireExactAfterIncremental();
        }
    }

    @Test
    void theLastMomentOfADayBelongsToIt() {
        try (SakilaSchema sakila = SakilaSchema.small()) {
            sakila.execute(
                    "ALTER TABLE payment MODIFY payment_date DATETIME(6) NOT NULL",
                    "UPDATE payment SET payment_date = '2024-05-06 23:59:59.999999' WHERE payment_id = 3");
            TidemarkCli tidemark = TidemarkCli.of(sakila, folder.resolve("analytics.db"));
            tidemark.succeedAll("init", "full-load");

            String report = tidemark.succeed("validate", "--from", "2024-05-06", "--to", "2024-05-06").out();
            assertTrue(report.contains("The warehouse matches the source."), report);
        }
    }

    @Test
    void anAmountWithAFractionOfACentIsRefusedByName() {
        try (SakilaSchema sakila = SakilaSchema.small()) {
            sakila.execute(
                    "ALTER TABLE payment MODIFY amount DECIMAL(10, 4) NOT NULL",
                    "UPDATE payment SET amount = 1.0050 WHERE payment_id = 3");
            TidemarkCli tidemark = TidemarkCli.of(sakila, folder.resolve("analytics.db"));
            tidemark.succeed("init");

            String complaint = tidemark.run("full-load").exitingWith(3).err();
            assertTrue(complaint.contains("payment 3 exactly"), complaint);
        }
    }

    @Test
    void allNamesOfAWarehouseHaveOneLock() throws IOException {
        try (SakilaSchema sakila = SakilaSchema.small()) {
            TidemarkCli.of(sakila, folder.resolve("analytics.db")).succeedAll("init", "full-load");
            Path link = Files.createSymbolicLink(folder.resolve("link.db"), folder.resolve("analytics.db"));
            TidemarkCli.of(sakila, link).succeed("incremental");
            assertEquals(false, Files.exists(folder.resolve("link.db.lock")));
        }
    }
}
