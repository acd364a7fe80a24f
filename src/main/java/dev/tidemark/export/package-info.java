/** Copies of the warehouse for readers elsewhere. */
package dev.tidemark.export;
