package dev.tidemark.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FolderContent;
import dev.tidemark.support.LoadedWarehouse;
import dev.tidemark.support.Replication;
import dev.tidemark.support.TidemarkCli;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit code 3: the source is unreachable, refuses the login, or lacks the schema. */
class SourceFailuresTest extends WithReplication {
    SourceFailuresTest() {
        super(Replication.small());
    }

    @Test
    void nobodyListens() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        String where = "127.0.0.1:" + port + "/sakila";
        expect(tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://" + where), "Cannot reach the source at " + where);
    }

    @Test
    void nobodyWaitsToBeToldThatNobodyListens() {
        TidemarkCli nowhere = tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila");
        // The fastest of several: this machine may be busy.
        Duration fastest = Stream.generate(() -> durationOf(() -> nowhere.run("init").exitingWith(3)))
                .limit(3)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertTrue(fastest.toMillis() < 1_000, fastest::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incremental", "validate", "init"})
    void everyCommandButStatusNeedsTheSource(String command) {
        LoadedWarehouse.copyTo(folder);
        tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong").run(command).exitingWith(3).complaint();
    }

    @Test
    void theHostIsUnknown() {
        expect(
                tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://no-such-host.invalid/sakila"),
                "Cannot find the source's host: no-such-host.invalid/sakila");
    }

    @Test
    void theLoginIsRefused() {
        expect(tidemark.with("TIDEMARK_SOURCE_PASSWORD", "wrong"), "refuses the login of user \"root\"");
    }

    @Test
    void theSchemaIsNotThere() {
        expect(tidemark.with("TIDEMARK_SOURCE_URL", sakila.url() + "_not"), "no such schema");
    }

    @Test
    void encryptionIsAsAskedForOrTheFailureSaysWhyNot() {
        TidemarkCli required = tidemark.with("TIDEMARK_SOURCE_TLS", "required");
        if (required.run("init").exitCode() == 0) {
            expect(tidemark.with("TIDEMARK_SOURCE_TLS", "verify-ca")
                    .with("TIDEMARK_WAREHOUSE", folder.resolve("other.db").toString()), "is not trusted");
        } else {
            expect(required, "offers no TLS. Try: enable TLS on the server, or use --source-tls disabled");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DROP TABLE payment | The source has no table payment that this user may see
            DROP TABLE film_category | has no table film_category
            ALTER TABLE film DROP COLUMN rating | The source's table film has no column rating that this user may see
            ALTER TABLE rental DROP COLUMN last_update | table rental has no column last_update
            """)
    void aTableOrColumnIsNotThere(String change, String expected) {
        sakila.execute(change);
        expect(tidemark, expected);
    }

    @Test
    void theHostIsNotLetIn() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> refuseHosts(server));
            expect(
                    tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + server.getLocalPort() + "/sakila"),
                    "lets nobody in from this host: ");
        }
    }

    @Test
    void aLoadThatFailsLeavesTheStarAndARecord() {
        LoadedWarehouse.copyTo(folder);
        List<String> facts = warehouse.rows("SELECT * FROM fact_rental");

        String complaint = tidemark.with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:1/sakila")
                .run("full-load").exitingWith(3).complaint();

        assertEquals(facts, warehouse.rows("SELECT * FROM fact_rental"));
        assertEquals(
                "full-load|failed|" + complaint.replaceFirst("tidemark: (.*)\\. Try: .*", "$1"),
                warehouse.lastRun("command, outcome, message"));
    }

    // As a server does whose list of accounts names other hosts alone.
    private static void refuseHosts(ServerSocket server) {
        byte[] words = "Host 'here' is not allowed to connect to this server".getBytes(StandardCharsets.US_ASCII);
        byte[] start = {(byte) (words.length + 3), 0, 0, 0, (byte) 0xff, (byte) 1130, (byte) (1130 >> 8)};
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                client.getOutputStream().write(start);
                client.getOutputStream().write(words);
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static Duration durationOf(Runnable action) {
        long start = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void expect(TidemarkCli broken, String expected) {
        FolderContent before = FolderContent.of(folder);
        String complaint = broken.run("init").exitingWith(3).complaint();
        assertTrue(complaint.contains(expected), complaint);
        assertEquals(before, FolderContent.of(folder));
    }
}
