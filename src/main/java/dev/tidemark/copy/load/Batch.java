package dev.tidemark.copy.load;

import dev.tidemark.copy.rows.Candidate;
import dev.tidemark.copy.state.RangeHash;
import java.util.List;

/**
 * Some rows of a comparison.
 *
 * @param rows how many rows of the source were compared
 * @param candidates those of them that differ from what the state knows
 * @param gone keys that the state knows and the source lacks
 * @param duplicates rows that share a key with another one that is among the candidates
 * @param ranges the ranges whose rows were compared singly, as the state should know them now
 */
record Batch(
        long rows, List<Candidate> candidates, List<byte[]> gone, long duplicates, List<RangeHash> ranges) {}
