package dev.tidemark.cli.output;

/** The format of a result. */
public enum OutputFormat {
    /** For people: a table on a terminal, elsewhere one line. */
    TEXT,
    /** For people: a table. */
    TABLE,
    /** One document. */
    JSON
}
