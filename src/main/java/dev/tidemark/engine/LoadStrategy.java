package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.database.SourceDatabase;
import dev.tidemark.database.SourceSnapshot;
import java.util.function.Function;

/** How a kind of load brings the rows of one table in. */
sealed interface LoadStrategy permits FullLoad, Incremental, DeepComparison {
    /** Brings in the rows of {@code sync}, whose parents are in already. */
    Counts load(Load load, SourceSync<?, ?> sync);

    /** Calls {@code reader} with a snapshot as a load of {@code plan} can use it, which ends with the call. */
    default <R> R snapshot(SourceDatabase source, SyncPlan plan, Function<SourceSnapshot, R> reader) {
        return source.snapshot(reader);
    }

    /** Begins to ask what is known before the first table of {@code plan}. The caller closes what this returns. */
    default AskingAhead begin(SourceScans scans, SyncPlan plan) {
        return AskingAhead.NONE;
    }

    /** Does what there is to do before the first table while the snapshot is being taken. */
    default void prepare(Load load) {}
}
