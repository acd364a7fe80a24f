package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.TidemarkProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ctrl-C and TERM: the run is rolled back within two seconds, and one line reports its outcome. */
class InterruptionIT extends WithFlakyNetwork {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String ROLLED_BACK =
            "tidemark: Interrupted and rolled back; what was committed before stays.\n";

    @ParameterizedTest
    @CsvSource({"INT, 130, full-load", "TERM, 143, incremental"})
    void aRunThatWaitsForTheNetworkIsRolledBack(String signal, int exitCode, String command) throws Exception {
        SourceChanges.make(sakila, 1);
        Map<String, List<String>> before = survivor.star();
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        network.once("from payment", link -> {
            link.stallAfter(100);
            inTheMiddle.countDown();
        });
        try (TidemarkProcess run = TidemarkProcess.start(remote, command)) {
            inTheMiddle.await();

            run.signal(signal);

            TidemarkCli.Result result = run.result(PATIENCE).exitingWith(exitCode);
            assertEquals("", result.out());
            assertEquals(ROLLED_BACK, result.err());
        }
        survivor.requireUntouched(before);
        assertTrue(tidemark.succeed("status").out().contains("interrupted"));
        assertEquals("running", survivor.lastOutcome());

        tidemark.succeed("incremental");

        survivor.requireLevelWith(sakila);
        assertEquals(
                List.of("interrupted|the process ended before the run did; nothing of it was kept"),
                survivor.warehouse().rows("SELECT outcome, message FROM sync_run ORDER BY id LIMIT 1 OFFSET 2"));
    }

    @Test
    void aRunThatIsBusyIsRolledBackAndSaysNothingElse() {
        Map<String, List<String>> before = survivor.star();
        TidemarkProcess[] run = new TidemarkProcess[1];
        network.once("from film_category", link -> run[0].signal("TERM"));
        run[0] = TidemarkProcess.start(remote, "full-load");
        try (TidemarkProcess running = run[0]) {
            TidemarkCli.Result result = running.result().exitingWith(143);
            assertEquals("", result.out());
            assertEquals(ROLLED_BACK, result.err());
        }
        survivor.requireUntouched(before);
    }

    @Test
    void aRunThatIsCompleteSaysSo() throws Exception {
        SourceChanges.make(sakila, 1);
        CountDownLatch committed = new CountDownLatch(1);
        network.once("ROLLBACK", endOfSnapshot -> {
            endOfSnapshot.stallAfter(0);
            committed.countDown();
        });
        try (TidemarkProcess run = TidemarkProcess.start(remote, "incremental")) {
            committed.await();

            run.signal("TERM");

            TidemarkCli.Result result = run.result(PATIENCE).exitingWith(143);
            assertEquals("", result.out());
            assertEquals(
                    "tidemark: Interrupted when the run was complete; its result stays.\n", result.err());
        }
        assertEquals("succeeded", survivor.lastOutcome());
        survivor.requireLevelWith(sakila);
    }

    @Test
    void aCommandThatOnlyReadsSaysSoToo() throws Exception {
        CountDownLatch inTheMiddle = new CountDownLatch(1);
        network.once("from payment", link -> {
            link.stallAfter(100);
            inTheMiddle.countDown();
        });
        try (TidemarkProcess run = TidemarkProcess.start(remote, "validate", "--all")) {
            inTheMiddle.await();

            run.signal("INT");

            assertEquals(ROLLED_BACK, run.result(PATIENCE).exitingWith(130).err());
        }
    }
}
