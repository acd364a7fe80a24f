package dev.tidemark.cli.terminal;

import dev.tidemark.run.Progress;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Draws the progress of a run in one line at the bottom of the terminal, and wipes it at the end. */
public final class ProgressDisplay implements Progress {
    private static final int MILLIS_BETWEEN_DRAWINGS = 200;

    private final Messages messages;
    private final int columns;
    private final Duration patience;
    private final LongSupplier nanoTime;
    private volatile boolean awaits;
    private volatile long lastRow;
    private ProgressBar bar;
    private Line line;

    /**
     * A display that draws by {@code messages}, on a terminal of {@code columns} columns.
     *
     * @param patience for how long at most Tidemark waits for a server
     * @param nanoTime such as {@code System::nanoTime}
     */
    public ProgressDisplay(Messages messages, int columns, Duration patience, LongSupplier nanoTime) {
        this.messages = messages;
        this.columns = columns;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    @Override
    public boolean isShown() {
        return true;
    }

    @Override
    public void work(String what) {
        end();
        awaits = false;
        line = new Line();
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
                // Else it draws again only when a row has come.
                .continuousUpdate()
                .setRenderer((state, width) -> ProgressLine.ofSilence(state.getTaskName(), silence(), patience, width)
                        .orElseGet(() -> ProgressLine.of(
                                state.getTaskName(),
                                state.getCurrent(),
                                state.getMax(),
                                state.getTotalElapsed(),
                                width)))
                .setConsumer(line)
                .build();
    }

    @Override
    public void await() {
        lastRow = nanoTime.getAsLong();
        awaits = true;
    }

    @Override
    public void expect(long rows) {
        if (bar != null) {
            bar.maxHint(bar.getCurrent() + rows);
        }
    }

    @Override
    public void rows(long more) {
        if (bar != null) {
            bar.stepBy(more);
            lastRow = nanoTime.getAsLong();
        }
    }

    @Override
    public void end() {
        if (bar != null) {
            bar.close();
            bar = null;
            // The library may draw once more after it has closed.
            line.close();
        }
    }

    private Duration silence() {
        return awaits ? Duration.ofNanos(nanoTime.getAsLong() - lastRow) : Duration.ZERO;
    }

    private final class Line implements ProgressBarConsumer {
        private boolean closed;

        @Override
        public int getMaxRenderedLength() {
            return columns - 1;
        }

        @Override
        public synchronized void accept(String line) {
            if (!closed) {
                messages.draw(line);
            }
        }

        @Override
        public synchronized void close() {
            closed = true;
            messages.draw("");
        }
    }
}
