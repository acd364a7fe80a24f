/**
 * The source on MySQL or MariaDB: connections, the snapshot, the catalogue, fingerprints, explanations of failures.
 * Knows no table by name, and nothing of the target.
 */
package dev.tidemark.mysql;
