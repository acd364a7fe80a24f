package dev.tidemark.exactness;

/**
 * A column of the source, with the facts that random changes need.
 *
 * @param name its name
 * @param kind the kind of its values
 * @param limit the length of a text, or the limit that a number or the whole part of an amount stays below
 * @param referred the table that it refers to; empty for none
 * @param nullable whether it may be NULL
 */
record SourceColumn(String name, Kind kind, int limit, String referred, boolean nullable) {
    /** The kinds of values. */
    enum Kind {
        TEXT,
        NUMBER,
        MONEY,
        DATE,
        YEAR,
        RATING,
        REFERENCE
    }

    static SourceColumn of(String name, Kind kind, int limit) {
        return new SourceColumn(name, kind, limit, "", false);
    }

    static SourceColumn reference(String name, String referred) {
        return new SourceColumn(name, Kind.REFERENCE, 0, referred, false);
    }

    /** The same column if it may be NULL. */
    SourceColumn orNull() {
        return new SourceColumn(name, kind, limit, referred, true);
    }
}
