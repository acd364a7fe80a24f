/** The star on Apache Spark: the command line of {@code spark-submit}, and what puts the parts together. */
package dev.tidemark.spark;
