/** Loads: {@link dev.tidemark.star.load.Loader} shows a load from top to bottom; the other classes are its steps. */
package dev.tidemark.star.load;
