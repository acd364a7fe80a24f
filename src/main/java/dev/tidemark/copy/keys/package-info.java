/** Which row of the target each row of the source became. */
package dev.tidemark.copy.keys;
