/** Loads: reading in ranges of keys on the executors, and bringing all that was read to one state. */
package dev.tidemark.spark.load;
