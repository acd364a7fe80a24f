/** What can go wrong, and what to try then. Used by every other package; uses none. */
package dev.tidemark.failure;
