package dev.tidemark.spark.validation;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.SourceState;
import dev.tidemark.spark.load.HeldLookups;
import dev.tidemark.table.KeySpans;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What all tasks know, in maps by the name of a table.
 *
 * @param lookups the lookups of the mappings, in the driver's snapshot
 * @param files the files of a table of the star, as they were found
 * @param states the state of a table of the source that the lake shows
 * @param stale the leading keys of a table of the star whose rows may be stale, by the driver's snapshot
 */
record Sides(
        HeldLookups lookups,
        Map<String, List<DataFile>> files,
        Map<String, SourceState> states,
        Map<String, KeySpans> stale)
        implements Serializable {}
