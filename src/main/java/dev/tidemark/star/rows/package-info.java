/** Maps rows, cuts them into pages, compares them with the target's rows, and writes those that differ. */
package dev.tidemark.star.rows;
