package dev.tidemark.cli.terminal;

import dev.tidemark.cli.log.RunLog;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Writes to stderr while a command works: lines that stay, and one line at the bottom that it redraws. Neither breaks
 * the other. Lines that stay go to the log file too.
 */
public final class Messages {
    private static final String WIPE = "\r\u001b[2K";

    private final PrintWriter err;
    private final RunLog log;
    private final boolean quiet;
    private final UnaryOperator<String> layout;
    private String drawn = "";
    private boolean ended;

    /** Messages on {@code err}; {@code layout} breaks a long line. */
    public Messages(PrintWriter err, RunLog log, boolean quiet, UnaryOperator<String> layout) {
        this.err = err;
        this.log = log;
        this.quiet = quiet;
        this.layout = layout;
    }

    /** Prints a line, unless quiet, and logs it. */
    public synchronized void say(String line) {
        log.warn(line);
        if (!quiet) {
            print(line);
        }
    }

    /** The same for several lines. */
    public void say(List<String> lines) {
        lines.forEach(this::say);
    }

    /** Prints a line, even if quiet, and logs it. */
    public synchronized void insist(String line) {
        log.warn(line);
        print(line);
    }

    /** Wipes the line at the bottom, and draws no other. */
    public synchronized void end() {
        if (!drawn.isEmpty()) {
            draw("");
        }
        ended = true;
    }

    /** Draws the line at the bottom; an empty one wipes it. For a terminal only. */
    synchronized void draw(String line) {
        if (!ended && !line.equals(drawn)) {
            err.print(WIPE + line);
            err.flush();
            drawn = line;
        }
    }

    private void print(String line) {
        String below = drawn;
        if (!below.isEmpty()) {
            draw("");
        }
        err.println(layout.apply("tidemark: " + line));
        if (!below.isEmpty()) {
            draw(below);
        }
        err.flush();
    }
}
