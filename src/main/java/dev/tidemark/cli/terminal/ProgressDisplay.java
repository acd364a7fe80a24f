package dev.tidemark.cli.terminal;

import dev.tidemark.run.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;

/** Draws the progress of a run in one line at the bottom of the terminal, and wipes it at the end. */
public final class ProgressDisplay implements Progress {
    private static final int MILLIS_BETWEEN_DRAWINGS = 200;

    private final Messages messages;
    private final int columns;
    private ProgressBar bar;
    private Line line;

    /** A display that draws by {@code messages}, on a terminal of {@code columns} columns. */
    public ProgressDisplay(Messages messages, int columns) {
        this.messages = messages;
        this.columns = columns;
    }

    @Override
    public boolean isShown() {
        return true;
    }

    @Override
    public void work(String what) {
        end();
        line = new Line();
        bar = new ProgressBarBuilder()
                .setTaskName(what)
                .setInitialMax(-1)
                .setUpdateIntervalMillis(MILLIS_BETWEEN_DRAWINGS)
                .setRenderer((state, width) -> ProgressLine.of(
                        state.getTaskName(),
                        state.getCurrent(),
                        state.getMax(),
                        state.getTotalElapsed(),
                        width))
                .setConsumer(line)
                .build();
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
