/**
 * PostgreSQL as the target of a copy. Rows are staged as text by COPY, examined and merged by statements over whole
 * tables.
 */
package dev.tidemark.postgres;
