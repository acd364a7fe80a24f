package dev.tidemark.engine;

import dev.tidemark.books.Counts;

/** How a kind of load brings the rows of one table in. */
sealed interface LoadStrategy permits FullLoad, Incremental, DeepComparison {
    /** Brings in the rows of {@code sync}, whose parents are in already. */
    Counts load(Load load, SourceSync<?, ?> sync);
}
