/**
 * Tests that the warehouse equals the source after every incremental, with an oracle of plain SQL, named histories,
 * random histories and live writers. They use the commands as users do, and no code of the engine.
 */
package dev.tidemark.exactness;
