/** Checks both ends and the state of a copy, and says what is missing and what to do about it. */
package dev.tidemark.copy.check;
