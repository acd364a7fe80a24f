/** How level a lake is, and which versions it keeps. */
package dev.tidemark.spark.status;
