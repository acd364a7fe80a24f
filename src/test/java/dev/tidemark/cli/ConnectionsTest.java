package dev.tidemark.cli;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WarehouseFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands ask of the source's server before they read: few connections, made while other work goes on. */
class ConnectionsTest {
    /** Longer than a command takes to find out that there is no warehouse, and shorter than it waits for a login. */
    private static final long LATE_MILLIS = 1_000;

    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"status", "incremental", "validate", "check", "init"})
    void aCommandConnectsOnce(String command) throws SQLException {
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, LoadedWarehouse.copyTo(folder).path());
        assertEquals(1, connectionsMadeBy(() -> tidemark.succeed(command)));
    }

    @ParameterizedTest
    @CsvSource({
        "status, 1", "check, 1", "init, 1", "full-load, 1", "incremental --deep, 1",
        "incremental, 2", "validate, 2", "incremental --source-connections 1, 1", "validate --source-connections 1, 1"
    })
    void largeTablesAreWorthASecondConnection(String command, int connections) throws SQLException {
        WarehouseFile warehouse = LoadedWarehouse.copyTo(folder);
        warehouse.execute("UPDATE sync_state SET rows = 200000 WHERE table_name LIKE 'fact_%'");
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, warehouse.path());
        assertEquals(connections, connectionsMadeBy(() -> tidemark.run(command.split(" "))));
    }

    @ParameterizedTest
    @CsvSource({
        "1, incremental, 1", "2, incremental, 2", "1, validate, 1", "2, validate, 2", "2, status, 1", "2, full-load, 1",
        "2, incremental --deep, 1"
    })
    void theSettingSaysHowMany(String setting, String command, int connections) throws SQLException {
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, LoadedWarehouse.copyTo(folder).path())
                .with("TIDEMARK_SOURCE_CONNECTIONS", setting);
        assertEquals(connections, connectionsMadeBy(() -> tidemark.succeed(command.split(" "))));
    }

    @Test
    void keysAreReadWithoutTheSource() throws SQLException {
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, LoadedWarehouse.copyTo(folder).path());
        assertEquals(0, connectionsMadeBy(() -> tidemark.succeed("keys")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "incremental", "validate", "init"})
    void whatIsWrongHereIsToldBeforeTheSourceAnswers(String command) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            TidemarkCli tidemark = TidemarkCli.of(SAKILA, folder.resolve("nowhere/none.db"))
                    .with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/sakila");
            String complaint = assertTimeoutPreemptively(
                    ofSeconds(5), () -> tidemark.run(command).exitingWith(4).complaint());
            assertTrue(complaint.contains("nowhere"), complaint);
        }
    }

    @Test
    void aLoginThatHasBegunIsNotBrokenOff() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AtomicBoolean answered = new AtomicBoolean();
            Thread.startVirtualThread(() -> answerLate(slow, answered));
            TidemarkCli.of(SAKILA, folder.resolve("none.db"))
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

    private static long connectionsMadeBy(Runnable command) throws SQLException {
        try (Connection connection = SAKILA.connect()) {
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
