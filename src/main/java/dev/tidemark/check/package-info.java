/** Checks the source and the warehouse, and says what is missing and what to do about it. */
package dev.tidemark.check;
