package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FlakyLink;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the source that may pass: tried again from a fresh snapshot, within bounds, and nothing is kept of before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceFaultTest {
    private static final String LAST_TABLE = "from payment";

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @AutoClose
    private final FlakyProxy network = FlakyProxy.before(sakila.server());

    private TidemarkCli tidemark;
    private Survivor survivor;
    private int round;

    @BeforeAll
    void fillTheWarehouse(@TempDir Path folder) {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        tidemark = network.through(TidemarkCli.of(sakila, warehouse.path()), sakila);
        survivor = new Survivor(warehouse);
    }

    @Test
    void aCutInTheMiddleOfAStreamIsTriedAgainFromAFreshSnapshot() {
        recover("full-load", link -> link.cutAfter(3_000));
    }

    @Test
    void aConnectionThatIsKilledIsTriedAgain() throws SQLException {
        try (Connection other = sakila.connect();
                Statement statement = other.createStatement()) {
            recover("full-load", link -> {
                execute(statement, "LOCK TABLES payment WRITE");
                later(300, () -> {
                    killWhoWaits();
                    execute(statement, "UNLOCK TABLES");
                });
            });
        }
    }

    @Test
    void aDeadlockIsTriedAgain() {
        recover("incremental", link -> link.answer(1213, "40001", "Deadlock found when trying to get lock"));
    }

    @Test
    void aServerThatShutsDownIsTriedAgainUntilItIsBack() {
        recover("incremental", link -> {
            network.refuse();
            link.answer(1053, "08S01", "Server shutdown in progress");
            later(1_500, network::accept);
        });
    }

    @Test
    void aConnectionThatIsClosedForIdlingIsTriedAgain() {
        recover(parametrized("sessionVariables=wait_timeout=1"), link -> pause(1_700), "incremental");
    }

    @Test
    void aLockThatIsHeldForTooLongIsTriedAgain() throws SQLException {
        try (Connection other = sakila.connect();
                Statement statement = other.createStatement()) {
            recover(parametrized("sessionVariables=lock_wait_timeout=1"), link -> {
                execute(statement, "LOCK TABLES payment WRITE");
                later(1_500, () -> execute(statement, "UNLOCK TABLES"));
            }, "full-load");
        }
    }

    @Test
    void aTableThatIsAlteredUnderTheSnapshotIsTriedAgain() {
        recover("full-load", link -> sakila.execute("SET lock_wait_timeout = 2", "ALTER TABLE payment ADD note INT, FORCE"));
    }

    @Test
    void aNetworkThatSaysNothingIsTriedAgain() {
        recover(tidemark.with("TIDEMARK_SOURCE_TIMEOUT", "1s"), link -> link.stallAfter(3_000), "full-load");
    }

    @Test
    void aServerThatNeverSaysAWordIsGivenUp() throws IOException {
        Map<String, List<String>> before = survivor.star();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String complaint = tidemark
                    .with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/sakila")
                    .run("full-load", "--source-timeout", "1s")
                    .exitingWith(3)
                    .complaint();
            assertTrue(complaint.contains(" says nothing "), complaint);
        }
        survivor.requireUntouched(before);
    }

    @Test
    void whatDoesNotPassEndsWithTheSourcesFailureAndTheOldStar() {
        SourceChanges.make(sakila, ++round);
        Map<String, List<String>> before = survivor.star();
        network.times(3, LAST_TABLE, link -> link.cutAfter(3_000));

        TidemarkCli.Result result = tidemark.run("full-load", "--retries", "2").exitingWith(3);

        assertEquals("", result.out());
        List<String> lines = result.err().lines().toList();
        assertEquals(3, lines.size(), result.err());
        assertTrue(lines.get(0).endsWith("Trying again in 1 s (1 of 2)."), lines.get(0));
        assertTrue(lines.get(1).endsWith("Trying again in 2 s (2 of 2)."), lines.get(1));
        assertTrue(lines.get(2).matches("tidemark: The connection to the source at .* broke: .*\\. Try: .*"), lines.get(2));
        survivor.requireUntouched(before);
        assertEquals("failed", survivor.lastOutcome());
    }

    private void recover(String command, Consumer<FlakyLink> fault) {
        recover(tidemark, fault, command);
    }

    private void recover(TidemarkCli command, Consumer<FlakyLink> fault, String name) {
        network.once(LAST_TABLE, link -> {
            SourceChanges.make(sakila, ++round);
            fault.accept(link);
        });

        TidemarkCli.Result result = command.succeed(name);

        List<String> lines = result.err().lines().toList();
        assertEquals(1, lines.size(), result.err());
        assertTrue(lines.getFirst().endsWith("Trying again in 1 s (1 of 3)."), lines.getFirst());
        survivor.requireLevelWith(sakila);
        assertEquals("succeeded", survivor.lastOutcome());
    }

    private TidemarkCli parametrized(String parameter) {
        return tidemark.with("TIDEMARK_SOURCE_URL", network.url(sakila) + "&" + parameter);
    }

    private static void later(long milliseconds, Runnable action) {
        Thread.ofVirtual().start(() -> {
            pause(milliseconds);
            action.run();
        });
    }

    private static void pause(long milliseconds) {
        LockSupport.parkNanos(milliseconds * 1_000_000);
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private void killWhoWaits() {
        sakila.rows("SELECT id FROM information_schema.processlist WHERE state LIKE 'Waiting for table%'")
                .forEach(connection -> sakila.execute("KILL " + connection));
    }
}
