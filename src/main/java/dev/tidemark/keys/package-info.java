/** The surrogate keys that the warehouse gave, by the natural keys of the source. */
package dev.tidemark.keys;
