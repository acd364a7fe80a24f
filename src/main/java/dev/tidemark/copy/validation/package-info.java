/** Compares the source, the state and the target of a copy, row by row. Changes nothing. */
package dev.tidemark.copy.validation;
