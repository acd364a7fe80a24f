/**
 * Compares the warehouse with the source and changes neither. Uses the engine's strategies, so that what is compared is
 * what a load would write.
 */
package dev.tidemark.validation;
