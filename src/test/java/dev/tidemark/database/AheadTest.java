package dev.tidemark.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is worked out ahead is not lost: neither a failure nor an answer that comes too late. */
class AheadTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LinkedBlockingQueue<String> given = new LinkedBlockingQueue<>();

    @Test
    void aFailureIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("no answer");
        Background<String> ahead = failingBy(failure);
        assertSame(failure, assertThrows(IllegalStateException.class, ahead::get));
        ahead.whenThere(given::add, LONG);
        assertEquals(0, given.size());
    }

    @Test
    void anErrorIsThrownAsItIs() {
        AssertionError error = new AssertionError("no answer");
        Background<String> ahead = Background.of(() -> {
            throw error;
        });
        assertSame(error, assertThrows(AssertionError.class, ahead::get));
    }

    @Test
    void whoeverIsPatientIsGivenTheAnswer() {
        Background.of(() -> "answer").whenThere(given::add, LONG);
        assertEquals("answer", given.poll());
    }

    @Test
    void anAnswerThatIsLateIsGivenAllTheSame() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Background<String> ahead = lateBy(asked);
        ahead.whenThere(given::add, Duration.ofMillis(1));
        assertEquals(0, given.size());
        asked.countDown();
        assertEquals("late", given.poll(LONG.toSeconds(), TimeUnit.SECONDS));
    }

    @Test
    void anAnswerInTimeIsReturned() {
        assertEquals(Optional.of("answer"), Background.of(() -> "answer").within(LONG, given::add));
        assertEquals(0, given.size());
    }

    @Test
    void anAnswerThatIsTooLateGoesElsewhere() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Background<String> ahead = lateBy(asked);
        assertEquals(Optional.empty(), ahead.within(Duration.ofMillis(1), given::add));
        assertFalse(ahead.isSettled());
        asked.countDown();
        assertEquals("late", given.poll(LONG.toSeconds(), TimeUnit.SECONDS));
        assertTrue(ahead.succeeds());
    }

    @Test
    void aFailureInTimeIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("no answer");
        Background<String> ahead = failingBy(failure);
        assertSame(failure, assertThrows(IllegalStateException.class, () -> ahead.within(LONG, given::add)));
        assertFalse(ahead.succeeds());
    }

    private static Background<String> lateBy(CountDownLatch latch) {
        return Background.of(() -> {
            await(latch);
            return "late";
        });
    }

    private static Background<String> failingBy(RuntimeException failure) {
        return Background.of(() -> {
            throw failure;
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
