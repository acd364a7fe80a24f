package dev.tidemark.spark.load;

import java.time.Duration;

/**
 * How a load works.
 *
 * @param partitions the most ranges that a table is cut into
 * @param connections how many tasks read the source at the same time
 * @param keep how many versions stay
 * @param patience how long to wait for another run
 */
public record LakeOptions(int partitions, int connections, int keep, Duration patience) {}
