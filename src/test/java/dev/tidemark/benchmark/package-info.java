/** The benchmark that {@code mvn -Pbench verify} runs: ratios to what the bare drivers need for the same rows. */
package dev.tidemark.benchmark;
