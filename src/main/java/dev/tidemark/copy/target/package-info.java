/** The port to the target of a copy: its tables, the rows that are brought in, and the rows that are there. */
package dev.tidemark.copy.target;
