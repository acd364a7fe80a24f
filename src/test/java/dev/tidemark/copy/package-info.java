/** Copies, from the command line to the rows of the target. */
package dev.tidemark.copy;
