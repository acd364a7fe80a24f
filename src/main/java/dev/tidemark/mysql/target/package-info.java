/**
 * The target of a copy on MySQL or MariaDB: the catalogue, new tables, privileges, the lock, and the writer, which
 * inserts and compares many rows with one statement and decides at once.
 */
package dev.tidemark.mysql.target;
