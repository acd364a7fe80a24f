/**
 * The source on MySQL or MariaDB: connections, the snapshot, the catalogue, fingerprints, what its failures mean.
 * Whoever opens closes; callers pass functions. Knows no table by name, and nothing of the warehouse.
 */
package dev.tidemark.mysql;
