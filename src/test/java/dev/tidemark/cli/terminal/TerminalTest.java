package dev.tidemark.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.cli.CommandRunner;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.support.WithUnchangedSource;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a terminal shows, and what only a terminal shows. */
class TerminalTest extends WithUnchangedSource {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void progressIsDrawnAndWipedAgain() {
        assertEquals(0, run(new Terminal(false, true, () -> 80, Optional::empty), "full-load"));
        assertTrue(err.toString().contains("fact_rental"), err::toString);
        assertTrue(err.toString().endsWith("\r\u001b[2K"), err::toString);
        assertFalse(err.toString().contains("\n"), err::toString);
        assertEquals(1, out.toString().lines().count(), out::toString);
    }

    @Test
    void quietOrWithoutATerminalNothingIsDrawn() {
        assertEquals(0, run(new Terminal(true, true, () -> 80, Optional::empty), "full-load", "--quiet"));
        assertEquals("", err.toString() + out);
        assertEquals(0, run(new Terminal(true, false, () -> 80, Optional::empty), "full-load"));
        assertEquals("", err.toString());
        assertTrue(out.toString().lines().count() > 10, out::toString);
    }

    @Test
    void aLineAmidProgressStandsOnItsOwn() {
        Messages messages = new Messages(new PrintWriter(err, true), RunLog.NONE, false, line -> line);
        messages.draw("half done");
        messages.say("Something.");
        messages.draw("");
        String wipe = "\r\u001b[2K";
        assertEquals(
                wipe + "half done" + wipe + "tidemark: Something.\n" + wipe + "half done" + wipe,
                err.toString().replace("\r\n", "\n"));
    }

    @Test
    void theLineSaysHowMuchIsDoneAndLeft() {
        assertEquals(
                "fact_rental          [=====               ]  25 %  4,000 of 16,000 rows  2,000 rows/s  6 s left",
                ProgressLine.of("fact_rental", 4_000, 16_000, Duration.ofSeconds(2), 120));
        assertEquals(
                "fact_rental           4,000 rows  2,000 rows/s",
                ProgressLine.of("fact_rental", 4_000, -1, Duration.ofSeconds(2), 120));
        assertEquals(
                "fact_rental           25 %  4,000 of 16,000 rows  2,000 rows/s  6 s left",
                ProgressLine.of("fact_rental", 4_000, 16_000, Duration.ofSeconds(2), 79));
        assertEquals(
                "fact_rental          [=     ]  25 %  4,000 of 16,000 rows  2,000 rows/s  6 s left",
                ProgressLine.of("fact_rental", 4_000, 16_000, Duration.ofSeconds(2), 85));
        assertFalse(ProgressLine.of("fact_rental", 4_000, 16_000, Duration.ofMillis(200), 79).contains("["));
        assertEquals(40, ProgressLine.of("fact_rental", 4_000, 16_000, Duration.ofSeconds(2), 40).length());
        assertEquals(
                "fact_rental          [====================] 100 %  17,000 rows  8,500 rows/s",
                ProgressLine.of("fact_rental", 17_000, 16_000, Duration.ofSeconds(2), 120));
    }

    @Test
    void aSourceThatSendsNoRowIsToldAfterTenSeconds() {
        Duration patience = Duration.ofMinutes(5);
        assertEquals(
                Optional.empty(), ProgressLine.ofSilence("fact_rental", Duration.ofSeconds(9), patience, 79));
        assertEquals(
                Optional.of("fact_rental           no row for 10 s, gives up after 5 min"),
                ProgressLine.ofSilence("fact_rental", Duration.ofSeconds(10), patience, 79));
        assertEquals(
                40, ProgressLine.ofSilence("fact_rental", Duration.ofHours(1), patience, 40).orElseThrow().length());
    }

    @Test
    void theLineOfASilentSourceIsDrawnUntilARowComes() {
        AtomicLong nanoTime = new AtomicLong();
        Messages messages = new Messages(new PrintWriter(err, true), RunLog.NONE, false, line -> line);
        ProgressDisplay display = new ProgressDisplay(messages, 80, Duration.ofMinutes(5), nanoTime::get);
        try {
            display.work("fact_rental");
            nanoTime.set(Duration.ofMinutes(1).toNanos());
            awaitDrawing("fact_rental");
            assertFalse(err.toString().contains("no row"), err::toString);
            display.await();
            nanoTime.addAndGet(Duration.ofSeconds(85).toNanos());
            awaitDrawing("no row for 1 min 25 s, gives up after 5 min");
            display.rows(7);
            awaitDrawing("7 rows");
        } finally {
            display.end();
        }
    }

    private void awaitDrawing(String text) {
        for (int moments = 0; moments < 1_000 && !err.toString().contains(text); moments++) {
            LockSupport.parkNanos(10_000_000);
        }
        assertTrue(err.toString().contains(text), err::toString);
    }

    @Test
    void resultsMessagesAndHelpFitTheTerminal() {
        Terminal narrow = new Terminal(true, true, () -> 72, Optional::empty);
        assertEquals(0, run(narrow, "validate", "--quiet"));
        assertEquals(0, run(narrow, "--help"));
        assertEquals(2, run(narrow, "keys", "--table", "dim_date"));
        assertEquals(4, run(narrow, "status", "--warehouse", "there-is-no-such-file-in-this-folder.db"));
        String text = (out.toString() + err).replaceAll("\u001b\\[[0-9;]*[mK]|\r", "");
        assertTrue(text.lines().allMatch(line -> line.length() <= 72), text);
        assertTrue(err.toString().contains("\n"), err::toString);
    }

    @Test
    void aPromptThatIsLeftWithoutAnAnswerIsNamed() {
        Terminal left = new Terminal(true, false, () -> 80, () -> Optional.of(Terminal.answer(null)));
        assertEquals(2, run(left, "--ask-password", "config"));
        assertTrue(
                err.toString().startsWith("tidemark: No password was given (--ask-password). Try: type it"),
                err::toString);
        assertEquals("", Terminal.answer(new char[0]));
    }

    private int run(Terminal terminal, String... arguments) {
        return CommandRunner.run(
                new Console(
                        new PrintWriter(out), new PrintWriter(err), tidemark.environment(), tidemark.clock(), terminal),
                arguments);
    }
}
