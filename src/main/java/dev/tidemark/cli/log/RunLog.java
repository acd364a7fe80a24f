package dev.tidemark.cli.log;

/** The log of one run of a command. */
public interface RunLog extends AutoCloseable {
    /** Keeps nothing. */
    RunLog NONE = new RunLog() {
        @Override
        public void info(String line) {}

        @Override
        public void warn(String line) {}

        @Override
        public void error(String line) {}

        @Override
        public void close() {}
    };

    /** Logs an ordinary event. */
    void info(String line);

    /** Logs what people should know. */
    void warn(String line);

    /** Logs why the command failed. */
    void error(String line);

    /** Logs the result in one line, as a warning unless {@code well}. */
    default void result(boolean well, String line) {
        if (well) {
            info(line);
        } else {
            warn(line);
        }
    }

    @Override
    void close();
}
