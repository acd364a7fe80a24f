package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkCli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * A network that breaks or stops responding: the load is tried again within limits, and keeps nothing of earlier
 * attempts.
 */
class NetworkFaultTest {
    private static final int MIDDLE_OF_THE_STREAM = 3_000;

    @AutoClose
    private static final Recovery RECOVERY = new Recovery();

    @Test
    void itIsCutInTheMiddleOfAStream() {
        RECOVERY.recover("full-load", link -> link.cutAfter(MIDDLE_OF_THE_STREAM));
    }

    @Test
    void itFallsSilentInTheMiddleOfAStream() {
        TidemarkCli impatient = RECOVERY.tidemark().with("TIDEMARK_SOURCE_TIMEOUT", "1s");
        RECOVERY.recover(impatient, "full-load", link -> link.stallAfter(MIDDLE_OF_THE_STREAM));
    }

    @Test
    void itIsSilentFromTheStart() throws IOException {
        Map<String, List<String>> before = RECOVERY.survivor().star();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String complaint = RECOVERY.tidemark()
                    .with("TIDEMARK_SOURCE_URL", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/sakila")
                    .run("full-load", "--source-timeout", "1s")
                    .exitingWith(3)
                    .complaint();
            assertTrue(complaint.contains(" says nothing "), complaint);
        }
        RECOVERY.survivor().requireUntouched(before);
    }

    @Test
    void itIsCutAgainAndAgain() {
        Map<String, List<String>> before = RECOVERY.survivor().star();
        RECOVERY.strike(3, link -> link.cutAfter(MIDDLE_OF_THE_STREAM));

        TidemarkCli.Result result = RECOVERY.tidemark().run("full-load", "--retries", "2").exitingWith(3);

        assertEquals("", result.out());
        List<String> lines = result.err().lines().toList();
        assertEquals(3, lines.size(), result.err());
        assertTrue(lines.get(0).endsWith("Trying again in 1 s (1 of 2)."), lines.get(0));
        assertTrue(lines.get(1).endsWith("Trying again in 2 s (2 of 2)."), lines.get(1));
        assertTrue(lines.get(2).matches("tidemark: The connection to the source at .* broke: .*\\. Try: .*"), lines.get(2));
        RECOVERY.survivor().requireUntouched(before);
        assertEquals("failed", RECOVERY.survivor().lastOutcome());
    }
}
