/** Loads: {@link dev.tidemark.star.load.Loader} shows one from top to bottom, and the rest are its steps. */
package dev.tidemark.star.load;
