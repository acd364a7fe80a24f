package dev.tidemark.cli;

/** How a status is printed. */
enum StatusFormat {
    /** For people. */
    TEXT,
    /** One document. */
    JSON,
    /** Metrics, as the textfile collector of Prometheus' node exporter reads them. */
    PROMETHEUS
}
