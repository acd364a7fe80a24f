package dev.tidemark.cli.log;

import dev.tidemark.run.Counts;

/** The log of one command. */
public interface RunLog extends AutoCloseable {
    /** Keeps nothing. */
    RunLog NONE = new RunLog() {
        @Override
        public void recordedAs(long run) {}

        @Override
        public void write(Level level, String words, Counts counts, Integer exitCode) {}

        @Override
        public void close() {}
    };

    /** How grave a line is. */
    enum Level {
        /** An ordinary event. */
        INFO,
        /** What people should know. */
        WARN,
        /** Why the command failed. */
        ERROR
    }

    /** From now on every line bears the id that the command's run has in the history. */
    void recordedAs(long run);

    /**
     * Writes a line.
     *
     * @param counts what was done with rows; null unless the line is about that
     * @param exitCode how the command ends; null unless the line is about that
     */
    void write(Level level, String words, Counts counts, Integer exitCode);

    /** Logs an ordinary event. */
    default void info(String words) {
        write(Level.INFO, words, null, null);
    }

    /** Logs what people should know. */
    default void warn(String words) {
        write(Level.WARN, words, null, null);
    }

    /** Logs the result in one line, as a warning unless {@code well}. */
    default void result(boolean well, String words) {
        write(well ? Level.INFO : Level.WARN, words, null, null);
    }

    @Override
    void close();
}
