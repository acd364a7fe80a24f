package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.run.Progress;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several runs at once: one works, and the others wait, or fail at once and name it. */
class ConcurrentRunsIT extends WithFlakyNetwork {
    @BeforeEach
    void changeTheSource() {
        SourceChanges.make(sakila, 1);
    }

    @Test
    void oneOfThreeWorksAndAFourthWaits() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        CountDownLatch othersLeft = new CountDownLatch(1);
        network.once("from payment", link -> {
            working.countDown();
            await(othersLeft);
        });
        List<TidemarkProcess> runs = Stream.of("full-load", "incremental", "full-load")
                .map(command -> TidemarkProcess.start(remote, command))
                .toList();
        working.await();
        try (TidemarkProcess waiting = TidemarkProcess.start(remote, "incremental", "--wait", "60")) {
            while (runs.stream().filter(TidemarkProcess::isRunning).count() > 1) {
                Thread.sleep(10);
            }
            TidemarkProcess holder = runs.stream().filter(TidemarkProcess::isRunning).findFirst().orElseThrow();
            for (TidemarkProcess other : runs) {
                if (other != holder) {
                    requireBusy(other.result(), holder);
                }
            }
            assertTrue(waiting.isRunning());

            othersLeft.countDown();

            holder.result().exitingWith(0);
            waiting.result().exitingWith(0);
        }
        survivor.requireLevelWith(sakila);
        assertEquals(2, warehouse.queryLong("SELECT count(*) FROM sync_run WHERE outcome = 'succeeded' AND id > 2"));
    }

    @Test
    void aRunWaitsForAnotherProgramThatWrites() throws Exception {
        warehouse.execute("CREATE TABLE note (text TEXT)");
        try (Connection other = warehouse.connect();
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO note VALUES ('of another program')");
            try (TidemarkProcess run = TidemarkProcess.start(tidemark, "incremental")) {
                while (!WarehouseLock.isHeld(warehouse.path())) {
                    Thread.sleep(10);
                }
                // Long enough for the run to reach its first write.
                Thread.sleep(1_000);
                assertTrue(run.isRunning());
                statement.execute("COMMIT");
                run.result().exitingWith(0);
            }
        }
        assertEquals(1, warehouse.queryLong("SELECT count(*) FROM note"));
        assertEquals("succeeded", warehouse.lastRun("outcome"));
        survivor.requireLevelWith(sakila);
    }

    @Test
    void aGlanceAtTheLockKeepsNobodyOut() {
        AtomicBoolean ended = new AtomicBoolean();
        Thread.ofPlatform().start(() -> {
            while (!ended.get()) {
                WarehouseLock.isHeld(warehouse.path());
            }
        });
        WarehouseLock lock = new WarehouseLock(warehouse.path(), Clock.systemUTC(), Duration.ZERO, Progress.NONE);
        for (int run = 0; run < 100; run++) {
            lock.take("run").close();
        }
        ended.set(true);
    }

    private static void requireBusy(TidemarkCli.Result result, TidemarkProcess holder) {
        String complaint = result.exitingWith(5).complaint();
        assertTrue(complaint.matches(".*: process " + holder.id() + ", [a-z-]+, since 20[-0-9T:]+Z\\. Try: .*"), complaint);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
