/** Loads of a copy: what differs is found by content, converted, and brought to the target, then recorded. */
package dev.tidemark.copy.load;
