package dev.tidemark.concurrent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is worked out in the background is not lost: neither a failure nor an answer that comes too late. */
class BackgroundTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LinkedBlockingQueue<String> given = new LinkedBlockingQueue<>();

    @Test
    void aFailureIsThrownAsItIs() {
        IllegalStateException failure = new IllegalStateException("no answer");
        Background<String> background = failingBy(failure);
        assertSame(failure, assertThrows(IllegalStateException.class, background::get));
        background.whenThere(given::add, LONG);
        assertEquals(0, given.size());
    }

    @Test
    void anErrorIsThrownAsItIs() {
        AssertionError error = new AssertionError("no answer");
        Background<String> background = Background.of(() -> {
            throw error;
        });
        assertSame(error, assertThrows(AssertionError.class, background::get));
    }

    @Test
    void whoeverIsPatientIsGivenTheAnswer() {
        Background.of(() -> "answer").whenThere(given::add, LONG);
        assertEquals("answer", given.poll());
    }

    @Test
    void anAnswerThatIsLateIsGivenAllTheSame() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Background<String> background = lateBy(asked);
        background.whenThere(given::add, Duration.ofMillis(1));
        assertEquals(0, given.size());
        asked.countDown();
        assertEquals("late", given.poll(LONG.toSeconds(), TimeUnit.SECONDS));
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
