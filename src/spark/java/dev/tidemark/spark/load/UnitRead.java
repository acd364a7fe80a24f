package dev.tidemark.spark.load;

import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.spark.lake.DataFile;
import java.io.Serializable;
import java.util.List;

/**
 * What was read of a table in one snapshot.
 *
 * @param table the name of the table of the star
 * @param files the files that its rows were written to
 * @param rows the number of the source's rows that were read
 * @param ranges the fingerprints of the ranges that were read, in the same snapshot
 * @param server identifies the server that was asked
 * @param milliseconds the time that it took
 * @param notes for the user, one sentence each
 */
record UnitRead(
        String table, List<DataFile> files, long rows, HeldFingerprints ranges, String server, long milliseconds,
        List<String> notes)
        implements Serializable {}
