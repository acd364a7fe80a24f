/**
 * The two databases: connections, sessions, transactions. Whoever opens closes; callers pass functions.
 * Knows no table by name; which tables there are, it is told.
 */
package dev.tidemark.database;
