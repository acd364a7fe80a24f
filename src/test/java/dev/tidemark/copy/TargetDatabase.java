package dev.tidemark.copy;

import java.util.List;

/** A database of a test that a copy is brought to; closing it drops it. */
public interface TargetDatabase extends AutoCloseable {
    /** The JDBC URL, without credentials. */
    String url();

    /** A user who may do everything. */
    String username();

    String password();

    /** Executes statements in order, each committed on its own. */
    void run(String... statements);

    /** All rows of a query as text, each row's values separated by bars; null is "null". */
    List<String> texts(String query);

    @Override
    void close();
}
