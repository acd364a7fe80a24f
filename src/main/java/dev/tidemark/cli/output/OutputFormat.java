package dev.tidemark.cli.output;

/** How a result is printed. */
public enum OutputFormat {
    /** For people: a table on a terminal, elsewhere one line. */
    TEXT,
    /** For people: a table. */
    TABLE,
    /** One document. */
    JSON
}
