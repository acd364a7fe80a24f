package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Successive incrementals while others write; {@code -Dtidemark.live.seconds=60} sets for how long. */
class LiveWritersTest extends WithMirror {
    private static final int USUAL_SECONDS = 10;
    private static final int RUNS_BETWEEN_CHECKS = 5;

    @Test
    void incrementalsBesideWritersEndExact() {
        long seed = Long.getLong("tidemark.seed", System.nanoTime());
        int runs = 0;
        try (LiveWriters writers = new LiveWriters(sakila, seed)) {
            long end = System.nanoTime() + seconds().toNanos();
            while (System.nanoTime() < end) {
                mirror.incremental();
                runs++;
                if (runs % RUNS_BETWEEN_CHECKS == 0) {
                    writers.frozen(mirror::requireExactAfterIncremental);
                }
            }
        }
        assertTrue(runs > RUNS_BETWEEN_CHECKS, "only " + runs + " runs");

        mirror.requireExactAfterIncremental();
        mirror.requireEqualToFullLoad();
        mirror.tidemark().succeed("validate", "--all");
    }

    private static Duration seconds() {
        return Duration.ofSeconds(Integer.getInteger("tidemark.live.seconds", USUAL_SECONDS));
    }
}
