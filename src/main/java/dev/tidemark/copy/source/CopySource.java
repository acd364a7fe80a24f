package dev.tidemark.copy.source;

/**
 * The database that is copied. Nothing writes to it, and its writers wait at most while a snapshot is taken, not while
 * it is read. Every failure is a {@linkplain dev.tidemark.failure.Reason#SOURCE source failure} with a hint.
 */
public interface CopySource {
    /** Where the source is, for messages. */
    String address();

    /** How the source is stored. */
    SourceStorage storage();

    /** Takes a snapshot of the whole source; the caller closes it. */
    CopySnapshot snapshot();
}
