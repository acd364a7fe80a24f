package dev.tidemark.cli.terminal;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Stdout. The first write that fails is a failure of the command, where a {@link java.io.PrintWriter} would go on and a
 * result that is cut short would be a success. What is written after it is dropped.
 */
public final class ResultStream extends FilterOutputStream {
    private boolean failed;

    /** A result that goes to {@code out}. */
    public ResultStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int single) {
        attempt(() -> out.write(single));
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        attempt(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() {
        attempt(out::flush);
    }

    private void attempt(Writing writing) {
        if (failed) {
            return;
        }
        try {
            writing.run();
        } catch (IOException failure) {
            failed = true;
            throw TidemarkException.warehouse(
                    "Cannot write the whole result to stdout: " + FileProblem.of(failure),
                    "free space there, or a reader that reads to the end; what the command did before stays",
                    failure);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }
}
