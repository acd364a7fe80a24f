package dev.tidemark.config;

/** How lines of the log file are written. */
public enum LogFormat {
    TEXT,
    JSON
}
