package dev.tidemark.exactness;

import dev.tidemark.support.SakilaSchema;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** Threads that change a source all the time, in transactions that last a moment or some seconds. */
final class LiveWriters implements AutoCloseable {
    private static final int WRITERS = 4;
    private static final String SLOW_STATEMENT =
            "UPDATE film JOIN (SELECT SLEEP(1.2) AS nap) AS pause SET title = CONCAT('SLOW ', RAND(), nap)"
                    + " WHERE film_id = %d";

    private final SakilaSchema source;
    private final ReadWriteLock statements = new ReentrantReadWriteLock(true);
    private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    private final List<CompletableFuture<Void>> ends;
    private volatile boolean stopped;

    /** Starts to write. */
    LiveWriters(SakilaSchema source, long seed) {
        this.source = source;
        this.ends = IntStream.range(0, WRITERS)
                .mapToObj(writer -> CompletableFuture.runAsync(() -> write(writer, new Random(seed + writer)), threads))
                .toList();
    }

    /** Runs {@code action} while no statement runs; transactions may be open. */
    void frozen(Runnable action) {
        locked(true, action);
    }

    /** Ends all transactions and stops writing; fails if a writer failed. */
    @Override
    public void close() {
        stopped = true;
        try {
            ends.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private void write(int number, Random random) {
        RandomChanges changes = new RandomChanges(source, random, number, WRITERS);
        try (Writer writer = new Writer(source)) {
            while (!stopped) {
                if (random.nextInt(20) == 0) {
                    String statement = SLOW_STATEMENT.formatted(1 + random.nextInt(40));
                    locked(false, () -> writer.execute(List.of(statement)));
                } else {
                    writeTransaction(writer, changes, random);
                }
            }
        }
    }

    private void writeTransaction(Writer writer, RandomChanges changes, Random random) {
        boolean isLong = random.nextInt(5) == 0;
        writer.begin();
        for (int change = random.nextInt(4); change >= 0; change--) {
            for (String statement : changes.any()) {
                locked(false, () -> writer.execute(List.of(statement)));
            }
            LockSupport.parkNanos(random.nextLong(isLong ? 1_500_000_000L : 20_000_000));
        }
        boolean commit = random.nextInt(5) > 0;
        locked(false, () -> writer.end(commit));
    }

    private void locked(boolean alone, Runnable action) {
        var lock = alone ? statements.writeLock() : statements.readLock();
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }
}
