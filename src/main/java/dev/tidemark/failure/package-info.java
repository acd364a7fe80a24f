/** Failures, and the hints for them. Used by every other package; uses none. */
package dev.tidemark.failure;
