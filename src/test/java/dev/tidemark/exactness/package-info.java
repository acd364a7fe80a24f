/**
 * That the warehouse equals the source after every incremental: an oracle of plain SQL, named histories, random ones
 * and live writers. Uses the commands as users do and nothing of the engine.
 */
package dev.tidemark.exactness;
