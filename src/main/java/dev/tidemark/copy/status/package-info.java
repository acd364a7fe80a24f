/** How far a copy is carried over, what the last runs did, and the rows that were left out. */
package dev.tidemark.copy.status;
