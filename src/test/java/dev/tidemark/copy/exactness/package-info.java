/** Whatever the source goes through, the target equals what a full load gives. */
package dev.tidemark.copy.exactness;
