package dev.tidemark.spark.load;

/**
 * How a load works.
 *
 * @param partitions the most ranges that a table is cut into
 * @param connections how many tasks read the source at the same time
 */
public record LakeOptions(int partitions, int connections) {}
