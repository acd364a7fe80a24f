package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.sakila.generator.SakilaScale;
import dev.tidemark.support.RandomMoment;
import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * {@code kill -9} at random moments: {@code -Dtidemark.kills} sets how often for each command, and
 * {@code -Dtidemark.kills.size=genuine} makes runs longer. The warehouse then holds the last committed star with its
 * ledger, and the next run succeeds without help.
 */
class KillIT extends WithReplication {
    private static final int KILLS = Integer.getInteger("tidemark.kills", 3);
    // A run may end before its moment comes, so rounds are repeated until one was killed in the middle.
    private static final int MOST_ROUNDS = KILLS + 30;
    private static final long SEED = Long.getLong("tidemark.kills.seed", System.nanoTime());
    private static final boolean GENUINE = System.getProperty("tidemark.kills.size", "").equals("genuine");

    private final Survivor survivor = new Survivor(warehouse);
    private final RandomMoment moment =
            new RandomMoment(tidemark, warehouse.path(), SEED, Duration.ofMillis(200));

    KillIT() {
        super(Replication.of(GENUINE ? SakilaSchema.generated(SakilaScale.genuine(), SEED) : SakilaSchema.small()));
    }

    @BeforeEach
    void sayTheSeed() {
        System.err.println("Kills by seed " + SEED);
    }

    @Test
    void initIsRepeated() throws IOException {
        for (int round = 0; round < KILLS || moment.kills() == 0 && round < MOST_ROUNDS; round++) {
            moment.kill("init");
            if (Files.exists(warehouse.path())) {
                survivor.requireSound();
            }
            tidemark.succeedAll("init", "full-load");
            assertEquals("succeeded", warehouse.lastRun("outcome"));
            removeAll();
        }
        assertTrue(moment.kills() > 0);
    }

    @Test
    void fullLoadLeavesTheStarOfTheLastRun() {
        survive("full-load");
    }

    @Test
    void incrementalLeavesTheStarOfTheLastRun() {
        survive("incremental");
    }

    private void survive(String command) {
        tidemark.succeedAll("init", "full-load");
        for (int round = 0; round < KILLS || interrupted() == 0 && round < MOST_ROUNDS; round++) {
            Map<String, List<String>> before = survivor.star();
            SourceChanges.make(sakila, round);
            long ended = succeeded();

            moment.kill(command);

            survivor.requireSound();
            if (succeeded() == ended) {
                assertEquals(before, survivor.star());
            } else {
                assertNotEquals(before, survivor.star());
                survivor.requireLevelWith(sakila);
            }
            // The killed run must leave nothing in the ledger: the next incremental finds these changes, too.
            SourceChanges.makeSilently(sakila, round + 1);
            tidemark.succeed(round % 2 == 0 ? "incremental" : command);
            survivor.requireLevelWith(sakila);
            assertEquals(0, warehouse.queryLong("SELECT count(*) FROM sync_run WHERE outcome = 'running'"));
        }
        System.err.printf("%s: %d killed, %d of them in the middle of the run%n", command, moment.kills(), interrupted());
        assertTrue(interrupted() > 0);
    }

    private long succeeded() {
        return warehouse.queryLong("SELECT count(*) FROM sync_run WHERE outcome = 'succeeded'");
    }

    private long interrupted() {
        return warehouse.queryLong("SELECT count(*) FROM sync_run WHERE outcome = 'interrupted'");
    }

    private void removeAll() throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
