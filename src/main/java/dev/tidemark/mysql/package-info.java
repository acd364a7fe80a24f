/**
 * The source on MySQL or MariaDB: connections, the snapshot, the catalogue, fingerprints, what its failures mean. Knows
 * no table by name, and nothing of the target.
 */
package dev.tidemark.mysql;
