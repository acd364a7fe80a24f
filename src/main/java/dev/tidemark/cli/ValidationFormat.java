package dev.tidemark.cli;

/** How a validation is printed. */
enum ValidationFormat {
    /** For people; the same as {@link #TABLE}. */
    TEXT,
    /** For people. */
    TABLE,
    /** One document. */
    JSON,
    /** Test results, as CI systems read them. */
    JUNIT,
    /** For the summary of a CI job. */
    MARKDOWN
}
