package dev.tidemark.cli;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithUnchangedSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands ask of the source's server before they read: few connections, made while other work goes on. */
class ConnectionsTest extends WithUnchangedSource {
    /** Longer than a command takes to find out that there is no warehouse, and shorter than it waits for a login. */
    private static final long LATE_MILLIS = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"status", "incremental", "incremental --deep", "full-load", "validate", "check", "init"})
    void aCommandConnectsOnce(String command) throws SQLException {
        assertEquals(1, connectionsMadeBy(() -> tidemark.succeed(command.split(" "))));
    }

    @Test
    void keysAreReadWithoutTheSource() throws SQLException {
        assertEquals(0, connectionsMadeBy(() -> tidemark.succeed("keys")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "incremental", "validate", "init"})
    void whatIsWrongHereIsToldBeforeTheSourceAnswers(String command) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TidemarkCli astray = tidemark
                    .with("TIDEMARK_WAREHOUSE", folder + "/nowhere/none.db")
                    .with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/sakila");
            String complaint = assertTimeoutPreemptively(
                    ofSeconds(5), () -> astray.run(command).exitingWith(4).complaint());
            assertTrue(complaint.contains("nowhere"), complaint);
        }
    }

    @Test
    void aLoginThatHasBegunIsNotBrokenOff() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AtomicBoolean answered = new AtomicBoolean();
            Thread.startVirtualThread(() -> answerLate(slow, answered));
            tidemark.with("TIDEMARK_WAREHOUSE", folder + "/none.db")
                    .with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + slow.getLocalPort() + "/sakila")
                    .run("incremental")
                    .exitingWith(4);
            assertTrue(answered.get());
        }
    }

    private static void answerLate(ServerSocket server, AtomicBoolean answered) {
        try (Socket client = server.accept()) {
            Thread.sleep(LATE_MILLIS);
            answered.set(client.isConnected());
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private long connectionsMadeBy(Runnable command) throws SQLException {
        try (Connection connection = sakila.connect()) {
            long before = connectionsMade(connection);
            command.run();
            return connectionsMade(connection) - before;
        }
    }

    private static long connectionsMade(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Connections'")) {
            status.next();
            return status.getLong(2);
        }
    }
}
