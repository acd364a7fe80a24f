/** The port to the source of a copy, whose tables are known at run time only. */
package dev.tidemark.copy.source;
