package dev.tidemark.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Kills commands at random moments after they take the lock of their file. */
public final class RandomMoment {
    // A copy may leave out bad rows.
    private static final List<Integer> COMPLETE = List.of(0, 7);
    private static final long POLL_NANOS = 500_000;

    private final TidemarkCli tidemark;
    private final Path lock;
    private final Random random;
    private long longestNanos;
    private long kills;

    /**
     * Moments of commands that lock {@code warehouse}.
     *
     * @param longest how long a command may take at first; after that it is learnt
     */
    public RandomMoment(TidemarkCli tidemark, Path warehouse, long seed, Duration longest) {
        this.longestNanos = longest.toNanos();
        this.tidemark = tidemark;
        this.lock = warehouse.resolveSibling(warehouse.getFileName() + ".lock");
        this.random = new Random(seed);
    }

    /** Starts {@code command} and kills it, unless it ends before its moment comes. */
    public void kill(String command) {
        forget();
        try (TidemarkProcess process = TidemarkProcess.start(tidemark, command)) {
            while (process.isRunning() && !isTaken()) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            long start = System.nanoTime();
            long moment = start + random.nextLong(longestNanos * 5 / 4);
            while (process.isRunning() && System.nanoTime() < moment) {
                LockSupport.parkNanos(POLL_NANOS);
            }
            if (process.isRunning()) {
                kills++;
                longestNanos = Math.max(longestNanos, System.nanoTime() - start);
            } else {
                TidemarkCli.Result result = process.result();
                if (!COMPLETE.contains(result.exitCode())) {
                    result.exitingWith(0);
                }
                longestNanos = System.nanoTime() - start;
            }
        }
    }

    /** How many commands were killed; the others ended before. */
    public long kills() {
        return kills;
    }

    private boolean isTaken() {
        try {
            return Files.exists(lock) && Files.size(lock) > 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    // A holder that was killed leaves its name in the file.
    private void forget() {
        try {
            if (Files.exists(lock)) {
                Files.write(lock, new byte[0]);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
