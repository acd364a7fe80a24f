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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Loads on a standalone cluster of processes: they are exact, also if a worker or a driver is killed amid a load. */
class LakeClusterTest {
    private static final long PAUSE_MILLIS = 20;

    @TempDir
    private static Path folder;

    private static SakilaSchema sakila;
    private static SparkCluster cluster;

    private LakeCli lake;

    @BeforeAll
    static void startACluster() throws IOException {
        sakila = SakilaSchema.generated(SakilaScale.genuine(), 1);
        cluster = SparkCluster.start(folder);
    }

    @AfterAll
    static void endTheCluster() {
        cluster.close();
        sakila.close();
    }

    @BeforeEach
    void chooseALake(TestInfo test) {
        lake = LakeCli.of(sakila, folder.resolve(test.getTestMethod().orElseThrow().getName()));
    }

    @Test
    void aLoadGoesOnWithoutAWorkerThatIsKilled() {
        Process driver = driverInTheMiddle();
        cluster.killAWorker();
        TidemarkCli.Result load = cluster.result(driver, "full-load").exitingWith(0);

        assertTrue(load.err().contains("Lost executor"), load.err());
        LakeExactness.require(sakila, lake);
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
            pause();
        }
        return driver;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
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
