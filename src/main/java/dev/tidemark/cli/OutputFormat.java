package dev.tidemark.cli;

/** How a result is printed. */
public enum OutputFormat {
    TEXT,
    JSON
}
