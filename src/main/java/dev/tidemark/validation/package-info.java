/**
 * Compares the warehouse with the source and changes neither. Uses the engine's strategies, so that it compares the
 * rows that a load would write.
 */
package dev.tidemark.validation;
