package dev.tidemark.engine;

import dev.tidemark.books.Counts;

/** How a kind of load brings the rows of one table in. */
sealed interface LoadStrategy permits FullLoad, Incremental, DeepComparison {
    /** Brings in the rows of {@code sync}, whose parents are in already. */
    Counts load(Load load, SourceSync<?, ?> sync);

    /** Whether it asks questions of {@code plan} that are worth a second connection. */
    default boolean isWorthTwins(SyncPlan plan) {
        return false;
    }

    /** Begins to ask what is known before the first table of {@code plan}. The caller closes what this returns. */
    default AskingAhead begin(SourceScans scans, SyncPlan plan) {
        return AskingAhead.NONE;
    }

    /** Does what there is to do before the first table while the snapshot is being taken. */
    default void prepare(Load load) {}
}
