package dev.tidemark.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.failure.TidemarkException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A server that stays silent is given up after ten minutes in all, however many attempts are left. */
class RetriesTest {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final AtomicLong nanoTime = new AtomicLong();
    private final List<String> messages = new ArrayList<>();

    @Test
    void twoAttemptsOfFiveMinutesAreAllThatASilentServerGets() {
        Retries retries = new Retries(3, TIMEOUT, nanoTime::get, messages::add);
        TidemarkException failure = assertThrows(TidemarkException.class, () -> retries.call(() -> {
            nanoTime.addAndGet(TIMEOUT.toNanos());
            throw TidemarkException.passing("It says nothing", "wait", new SocketTimeoutException("Read timed out"));
        }));
        assertEquals("It says nothing", failure.getMessage());
        assertEquals(List.of("It says nothing. Trying again in 1 s (1 of 3)."), messages);
        assertTrue(nanoTime.get() <= Duration.ofMinutes(10).toNanos());
    }

    @Test
    void onlySilenceCounts() {
        Silence none = Silence.none(TIMEOUT);
        Silence broken = none.after(Duration.ofHours(3), new SocketException("Connection reset"));
        assertTrue(broken.allowsAnother());
        assertEquals(none, broken);
        Silence unreachable = none.after(Duration.ofSeconds(10), new SocketTimeoutException("Connect timed out"));
        assertEquals(Duration.ofSeconds(10), unreachable.sofar());
        Silence once = none.after(Duration.ofHours(3), new SocketTimeoutException("Read timed out"));
        assertTrue(once.allowsAnother());
        assertFalse(once.after(TIMEOUT, new SocketTimeoutException("Read timed out")).allowsAnother());
    }

    @Test
    void aTimeoutOfMoreThanTenMinutesIsOneAttempt() {
        Silence once = Silence.none(Duration.ofHours(1))
                .after(Duration.ofHours(1), new SocketTimeoutException("Read timed out"));
        assertFalse(once.allowsAnother());
    }
}
