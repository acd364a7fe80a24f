/**
 * Faults that must lose nothing: each test really kills, cuts, fills or locks, and then looks at what is left. Tidemark
 * runs in a process of its own wherever it could take this one along.
 */
package dev.tidemark.faults;
