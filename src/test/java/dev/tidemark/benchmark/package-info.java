/** The benchmarks that {@code mvn -Pbench verify} and {@code -Pbench-copy} run: ratios to what bare drivers need. */
package dev.tidemark.benchmark;
