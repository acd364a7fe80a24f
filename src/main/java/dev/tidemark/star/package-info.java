/**
 * The declarations of a pipeline: where the rows of each target table come from, which other rows they refer to, and
 * how a source row becomes a target row; and the plan that results. Knows no table by name and no database.
 */
package dev.tidemark.star;
