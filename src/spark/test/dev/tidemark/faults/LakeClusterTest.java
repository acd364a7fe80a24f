package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.exactness.LakeExactness;
import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.spark.LakeCli;
import dev.tidemark.spark.SparkCluster;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loads on a standalone cluster of processes: they are exact, also if a worker or a driver is killed amid a load. */
class LakeClusterTest {
    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.generated(SakilaScale.genuine(), 1);

    @TempDir
    private Path folder;

    private SparkCluster cluster;
    private LakeCli lake;

    @BeforeEach
    void startACluster() throws IOException {
        cluster = SparkCluster.start(folder);
        lake = LakeCli.of(sakila, folder.resolve("lake"));
    }

    @AfterEach
    void endTheCluster() {
        cluster.close();
    }

    @Test
    void aLoadGoesOnWithoutAWorkerThatIsKilled() {
        Process driver = cluster.drive(lake, "full-load");
        awaitPayments(driver);
        cluster.killAWorker();
        TidemarkCli.Result load = cluster.result(driver, "full-load").exitingWith(0);

        assertTrue(load.err().contains("Lost executor"), load.err());
        LakeExactness.require(sakila, lake);

        SourceChanges.make(sakila, 1);
        cluster.result(cluster.drive(lake, "incremental"), "incremental").exitingWith(0);

        LakeExactness.require(sakila, lake);
        assertEquals(2, lake.version().number());
    }

    @Test
    void aDriverThatIsInterruptedOrKilledKeepsTheVersionAndItsLockOnTheSourceEnds() {
        cluster.result(cluster.drive(lake, "full-load"), "full-load").exitingWith(0);
        SourceChanges.make(sakila, 1);
        Process interrupted = driverInTheMiddle();
        interrupted.destroy();
        TidemarkCli.Result result = cluster.result(interrupted, "full-load").exitingWith(143);
        assertEquals("", result.out());
        assertTrue(
                result.err().contains("tidemark: Interrupted and rolled back; what was committed before stays.\n"),
                result.err());
        assertFalse(result.err().contains("Tidemark failed"), result.err());
        assertEquals(1, lake.version().number());

        driverInTheMiddle().destroyForcibly().onExit().join();
        assertEquals(1, lake.version().number());

        cluster.result(cluster.drive(lake, "incremental", "--wait", "30s"), "incremental").exitingWith(0);

        LakeExactness.require(sakila, lake);
    }

    /** A driver that has begun to write payments. */
    private Process driverInTheMiddle() {
        long files = payments();
        Process driver = cluster.drive(lake, "full-load", "--wait", "30s");
        while (payments() == files && driver.isAlive()) {
            Thread.onSpinWait();
        }
        return driver;
    }

    private void awaitPayments(Process driver) {
        while (payments() == 0 && driver.isAlive()) {
            Thread.onSpinWait();
        }
    }

    /** The number of files of payments that were begun. */
    private long payments() {
        Path table = lake.lake().resolve("data/fact_payment");
        if (!Files.exists(table)) {
            return 0;
        }
        try (var files = Files.walk(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).count();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
