/** Tests of reading real SQLite files that other programs write to. */
package dev.tidemark.sqlite.source;
