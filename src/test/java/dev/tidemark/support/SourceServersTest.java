package dev.tidemark.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SourceServersTest {
    private final SourceServer server = SourceServers.own();

    @Test
    void aThreadHasOneServer() {
        assertSame(server, SourceServers.own());
        assertTrue(server.description().matches(".* \\d+\\.\\d+\\.\\d+.*"), server.description());
    }

    @Test
    void connectionsRunInUtc() throws SQLException {
        try (var connection = server.connect("");
                var statement = connection.createStatement();
                var answer = statement.executeQuery("SELECT @@time_zone, @@character_set_client")) {
            answer.next();
            assertEquals("+00:00", answer.getString(1));
            assertEquals("utf8mb4", answer.getString(2));
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        assertThrows(SQLException.class, () -> DriverManager.getConnection(server.url(""), server.username(), "wrong"));
    }

    @Test
    void aRunningServerIsTakenByItsUrl() {
        var url = "jdbc:mysql://%s:%s@%s:%d/"
                .formatted(server.username(), server.password(), server.host(), server.port());
        var existing = SourceServers.start(url);
        assertEquals(server.isMariaDb(), existing.isMariaDb());
        var prefix = "server at jdbc:mysql://%s:%d/, version ".formatted(server.host(), server.port());
        assertTrue(existing.description().startsWith(prefix), existing.description());
    }

    @Test
    void anUnknownSourceIsRefused() {
        var failure = assertThrows(IllegalArgumentException.class, () -> SourceServers.start("podman"));
        assertTrue(failure.getMessage().startsWith("tidemark.test.source is 'podman'"), failure.getMessage());
    }
}
