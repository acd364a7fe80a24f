package dev.tidemark.cli.log;

/** Where the lines go that are kept; one run of a command writes one. */
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

    /** What happens as it should. */
    void info(String line);

    /** What people should know. */
    void warn(String line);

    /** Why the command failed. */
    void error(String line);

    /** What came out, in a line: a warning unless all is well. */
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
