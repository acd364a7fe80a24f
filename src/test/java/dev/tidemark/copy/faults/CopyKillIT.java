package dev.tidemark.copy.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.copy.CopyJob;
import dev.tidemark.copy.CopyTargetKind;
import dev.tidemark.copy.League;
import dev.tidemark.copy.SqliteFile;
import dev.tidemark.support.OneIn;
import dev.tidemark.support.RandomMoment;
import dev.tidemark.support.TidemarkCli;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code kill -9} at random moments of loads: {@code -Dtidemark.kills} sets how often, a third of it for each kind of
 * copy. With {@code commit: run} the target is then as the last run left it, or complete. The next run succeeds without
 * help.
 */
@OneIn(4)
class CopyKillIT {
    private static final int KILLS = Math.max(1, Integer.getInteger("tidemark.kills", 3) / 3);
    // A run may end before its moment comes, so rounds are repeated until one was killed in the middle.
    private static final int MOST_ROUNDS = KILLS + 10;
    private static final long SEED = Long.getLong("tidemark.kills.seed", System.nanoTime());
    private static final int CHANGES = 12;
    private static final int MOST_LOOKS = 100;
    private static final long PAUSE_NANOS = 100_000_000;

    @TempDir
    private Path folder;

    static Stream<Arguments> copies() {
        return Arrays.stream(CopyTargetKind.values())
                .flatMap(kind -> Stream.of(false, true)
                        .flatMap(assigns -> Stream.of(false, true)
                                .map(byTable -> Arguments.of(kind, assigns, byTable))));
    }

    @ParameterizedTest(name = "{0}, assigns keys: {1}, commits tables: {2}")
    @MethodSource("copies")
    void leaveNothingHalf(CopyTargetKind kind, boolean assigns, boolean byTable) {
        League league = new League(folder.resolve("source.db"), new Random(SEED));
        league.change(CHANGES * 3);
        String settings = League.settings(assigns, byTable);
        try (CopyJob job = CopyJob.in(folder, "job", league.source(), kind, settings)) {
            job.cli().succeed("init");
            load(job, "full-load");
            RandomMoment moment = new RandomMoment(job.cli(), job.state(), SEED, Duration.ofMillis(1_500));
            for (int round = 0; round < KILLS || moment.kills() == 0 && round < MOST_ROUNDS; round++) {
                league.change(CHANGES);
                List<String> before = League.content(job.target(), assigns);

                moment.kill(round % 2 == 0 == assigns ? "incremental" : "full-load");

                requireGone(kind, job);
                assertEquals(List.of("ok"), new SqliteFile(job.state()).texts("PRAGMA integrity_check"));
                if (!byTable && !League.content(job.target(), assigns).equals(before)) {
                    requireLevel(job, "killed" + round, kind, assigns, settings);
                }
                league.change(CHANGES / 4);
                load(job, "incremental");
                requireLevel(job, "after" + round, kind, assigns, settings);
            }
            assertTrue(moment.kills() > 0);
        }
    }

    private static void load(CopyJob job, String command) {
        TidemarkCli.Result result = job.cli().run(command);
        if (result.exitCode() != 7) {
            result.exitingWith(0);
        }
    }

    private void requireLevel(CopyJob job, String name, CopyTargetKind kind, boolean assigns, String settings) {
        try (CopyJob fresh = CopyJob.in(folder, name, job.source(), kind, settings)) {
            League.requireLevel(job, fresh, assigns, () -> "kills by seed " + SEED);
        }
    }

    // The server notices that the client is gone when it reads from it or writes to it.
    private static void requireGone(CopyTargetKind kind, CopyJob job) {
        String sessions = kind == CopyTargetKind.POSTGRESQL
                ? "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
                : "SELECT id FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()";
        List<String> left = job.target().texts(sessions);
        for (int look = 0; look < MOST_LOOKS && !left.isEmpty(); look++) {
            // The session that looked needs a moment to end, too.
            LockSupport.parkNanos(PAUSE_NANOS);
            left = job.target().texts(sessions);
        }
        assertEquals(List.of(), left);
        if (kind == CopyTargetKind.POSTGRESQL) {
            assertEquals(List.of(), job.target().texts(
                    "SELECT tablename FROM pg_tables WHERE schemaname = 'tidemark_staging'"));
            assertEquals(List.of(), job.target().texts("SELECT l.pid FROM pg_locks l JOIN pg_database d"
                    + " ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory'"));
        }
    }
}
