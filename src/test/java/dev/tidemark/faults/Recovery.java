package dev.tidemark.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.FlakyLink;
import dev.tidemark.support.FlakyProxy;
import dev.tidemark.support.Replication;
import dev.tidemark.support.SakilaSchema;
import dev.tidemark.support.TidemarkCli;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** A source behind a network that fails on command, a warehouse, and the checks of a load after a temporary fault. */
final class Recovery implements AutoCloseable {
    private static final String LAST_TABLE = "from payment";

    private final Replication replication = Replication.small().loaded();
    private final FlakyProxy network = FlakyProxy.before(sakila().server());
    private int round;

    SakilaSchema sakila() {
        return replication.source();
    }

    FlakyProxy network() {
        return network;
    }

    Survivor survivor() {
        return new Survivor(replication.warehouse());
    }

    TidemarkCli tidemark() {
        return network.through(replication.tidemark(), sakila());
    }

    /** The command line with one more parameter in the source's URL. */
    TidemarkCli tidemark(String parameter) {
        return tidemark().with("TIDEMARK_SOURCE_URL", network.url(sakila()) + "&" + parameter);
    }

    /** Has {@code fault} strike the next {@code times} loads in the middle, and changes the source each time. */
    void strike(int times, Consumer<FlakyLink> fault) {
        network.times(times, LAST_TABLE, link -> {
            SourceChanges.make(sakila(), ++round);
            fault.accept(link);
        });
    }

    /** Fails unless a load that meets {@code fault} tries once more, and then shows the current source. */
    void recover(TidemarkCli with, String command, Consumer<FlakyLink> fault) {
        strike(1, fault);

        TidemarkCli.Result result = with.succeed(command);

        List<String> lines = result.err().lines().toList();
        assertEquals(1, lines.size(), result.err());
        assertTrue(lines.getFirst().endsWith("Trying again in 1 s (1 of 3)."), lines.getFirst());
        survivor().requireLevelWith(sakila());
        assertEquals("succeeded", survivor().lastOutcome());
    }

    void recover(String command, Consumer<FlakyLink> fault) {
        recover(tidemark(), command, fault);
    }

    /** Runs {@code action} after a while, on another thread. */
    static void later(long milliseconds, Action action) {
        Thread.ofVirtual().start(() -> {
            pause(milliseconds);
            try {
                action.run();
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        });
    }

    static void pause(long milliseconds) {
        LockSupport.parkNanos(milliseconds * 1_000_000);
    }

    @Override
    public void close() {
        network.close();
        replication.close();
    }

    /** An action that can fail. */
    interface Action {
        void run() throws Exception;
    }
}
