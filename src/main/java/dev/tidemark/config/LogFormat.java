package dev.tidemark.config;

/** The format of the lines in the log file. */
public enum LogFormat {
    TEXT,
    JSON
}
