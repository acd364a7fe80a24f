/**
 * The lake: immutable Parquet files, and versions that name the files of each table. Knows the file system and Parquet,
 * no source and no table by name.
 */
package dev.tidemark.spark.lake;
