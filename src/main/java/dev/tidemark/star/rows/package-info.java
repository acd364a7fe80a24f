/** Rows on their way: mapped, cut into pages, compared with those of the target, written where they differ. */
package dev.tidemark.star.rows;
