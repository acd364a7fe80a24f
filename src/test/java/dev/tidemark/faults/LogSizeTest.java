package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.TidemarkProcess;
import dev.tidemark.support.WithReplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The write-ahead log is emptied after each run as far as readers allow it; no reader makes it grow for good. */
class LogSizeTest extends WithReplication {
    private static final int RUNS = 6;

    private long sizeBefore;

    @BeforeEach
    void measureTheFile() throws IOException {
        sizeBefore = Files.size(warehouse.path());
    }

    @Test
    void aReaderThatStaysConnectedDoesNotKeepTheLogLong() throws IOException {
        try (TidemarkProcess reader = hold("idle")) {
            for (int run = 1; run <= RUNS; run++) {
                load(run);
                assertEquals(0, logSize());
            }
            assertTrue(reader.isRunning());
        }
        requireFileSize();
    }

    @Test
    void theLogOfALongReaderIsEmptiedWhenItIsGone() throws IOException {
        try (TidemarkProcess other = hold("idle")) {
            try (TidemarkProcess reader = hold("reading")) {
                for (int run = 1; run <= RUNS; run++) {
                    load(run);
                    assertTrue(logSize() > 0);
                }
                assertTrue(reader.isRunning());
            }
            load(RUNS + 1);
            assertEquals(0, logSize());
            assertTrue(other.isRunning());
        }
        requireFileSize();
    }

    private void load(int run) {
        SourceChanges.make(sakila, run);
        tidemark.succeed(run % 2 == 0 ? "full-load" : "incremental");
    }

    private TidemarkProcess hold(String how) throws IOException {
        TidemarkProcess reader = TidemarkProcess.java(
                tidemark, HeldOpen.class.getName(), warehouse.path().toString(), how);
        assertEquals("holding", reader.awaitLine());
        return reader;
    }

    private long logSize() throws IOException {
        Path log = folder.resolve("analytics.db-wal");
        return Files.exists(log) ? Files.size(log) : 0;
    }

    private void requireFileSize() throws IOException {
        long size = Files.size(warehouse.path());
        assertTrue(size < sizeBefore * 5 / 4, size + " bytes instead of " + sizeBefore);
    }
}
