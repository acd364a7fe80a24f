package dev.tidemark.cli;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What commands ask of the source's server before they read: one connection, made while other work goes on. */
class ConnectionsTest {
    @AutoClose
    private static final SakilaSchema SAKILA = SakilaSchema.small();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"status", "incremental", "validate", "check", "init"})
    void aCommandConnectsOnce(String command) throws SQLException {
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, LoadedWarehouse.copyTo(folder).path());
        try (Connection connection = SAKILA.connect()) {
            long before = connectionsMade(connection);
            tidemark.succeed(command);
            assertEquals(1, connectionsMade(connection) - before);
        }
    }

    @Test
    void keysAreReadWithoutTheSource() throws SQLException {
        TidemarkCli tidemark = TidemarkCli.of(SAKILA, LoadedWarehouse.copyTo(folder).path());
        try (Connection connection = SAKILA.connect()) {
            long before = connectionsMade(connection);
            tidemark.succeed("keys");
            assertEquals(0, connectionsMade(connection) - before);
        }
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

    private static long connectionsMade(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var status = statement.executeQuery("SHOW GLOBAL STATUS LIKE 'Connections'")) {
            status.next();
            return status.getLong(2);
        }
    }
}
