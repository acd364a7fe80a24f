/**
 * Faults that must lose nothing: each test really kills, cuts, fills or locks, and then checks the warehouse. Tidemark
 * runs in its own process wherever a fault could end this one.
 */
package dev.tidemark.faults;
