package dev.tidemark.engine;

import dev.tidemark.books.Counts;
import dev.tidemark.orm.KeySet;

/** Reads everything. Tables whose surrogate keys others may have kept are written over, the rest is filled anew. */
record FullLoad() implements LoadStrategy {
    @Override
    public Counts load(Load load, SourceSync<?, ?> sync) {
        if (sync.target().surrogateKey().isEmpty()) {
            return load.refill(sync);
        }
        return load.upsert(sync, KeySet.ALL).plus(load.levelKeys(sync));
    }
}
