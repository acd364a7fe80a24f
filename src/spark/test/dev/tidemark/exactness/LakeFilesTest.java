package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.support.SakilaSchema;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An incremental writes few files anew, and many incrementals do not leave many files. */
class LakeFilesTest {
    private static final String FACTS = "fact_payment";

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @TempDir
    private Path folder;

    @Test
    void onlyTheFolderOfAChangedRowGetsANewFile() {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        List<DataFile> before = lake.version().files(FACTS);
        sakila.execute("UPDATE payment SET amount = amount + 0.01 WHERE payment_id = 3");

        lake.succeed("incremental");

        Set<DataFile> fresh = new HashSet<>(lake.version().files(FACTS));
        fresh.removeAll(before);
        assertEquals(1, fresh.size(), fresh.toString());
        assertEquals(before.size(), lake.version().files(FACTS).size());
    }

    @Test
    void smallFilesOfAFolderBecomeOneWhenThereAreMany() {
        LakeCli lake = LakeCli.of(sakila, folder);
        lake.succeed("full-load");
        int most = 0;
        for (int load = 1; load <= 10; load++) {
            sakila.execute("INSERT INTO payment (customer_id, staff_id, rental_id, amount, payment_date)"
                    + " VALUES (1, 1, NULL, " + load + ", '2031-05-06 07:08:09')");
            lake.succeed("incremental");
            most = Math.max(most, files(lake));
        }

        assertEquals(9, most, "files before they became one");
        assertTrue(files(lake) < 3, files(lake) + " files at the end");
        LakeExactness.require(sakila, lake);
    }

    private static int files(LakeCli lake) {
        return (int) lake.version().files(FACTS).stream()
                .filter(file -> file.folder().endsWith("year=2031/month=5"))
                .count();
    }
}
