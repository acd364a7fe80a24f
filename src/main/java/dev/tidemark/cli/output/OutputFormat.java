package dev.tidemark.cli.output;

import java.util.Locale;

/** The format of a result. */
public enum OutputFormat {
    /** For people: a table on a terminal, elsewhere one line. */
    TEXT,
    /** For people: a table. */
    TABLE,
    /** One document. */
    JSON;

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
