package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is never reached is more likely misnamed than away: said at once, and nothing is left on disk. */
class UnreachableSourceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @Test
    void aPortThatNobodyListensOn() throws IOException {
        int port;
        try (ServerSocket socket = listen()) {
            port = socket.getLocalPort();
        }
        assertTrue(failure(port).contains(": connection refused. Try: check that the server runs"));
    }

    @Test
    void aPortThatSaysNothing() throws IOException {
        try (ServerSocket socket = listen()) {
            String failure = failure(socket.getLocalPort());
            assertTrue(failure.contains(" says nothing "), failure);
        }
    }

    private String failure(int port) throws IOException {
        TidemarkCli tidemark = new TidemarkCli(Map.of(
                "TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + port + "/sakila",
                "TIDEMARK_SOURCE_TIMEOUT", "1s",
                "TIDEMARK_WAREHOUSE", folder.resolve("analytics.db").toString()));
        TidemarkCli.Result result = assertTimeout(PATIENCE, () -> tidemark.run("init")).exitingWith(3);
        assertEquals("", result.out());
        assertEquals(1, result.err().lines().count(), result.err());
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
        return result.err();
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }
}
