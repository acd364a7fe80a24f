package dev.tidemark.copy.state;

import dev.tidemark.target.Target;

/** The file with the records of a copy. */
public interface CopyState extends AutoCloseable {
    /** The file, for its schema, its runs and its small tables. */
    Target file();

    /** Begins a transaction; the caller closes it. Another one may read the state before it at the same time. */
    StateSession begin();

    @Override
    void close();
}
