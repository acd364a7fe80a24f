package dev.tidemark.spark.lake;

/**
 * A row as it was found in a file.
 *
 * @param row its record, without the surrogate key
 * @param surrogateKey the surrogate key; null for NULL, and in a table that keeps none
 * @param <T> the record of a row
 */
public record LakeRow<T>(T row, Long surrogateKey) {}
