/**
 * What a pipeline declares: for each table of the target where its rows come from, what else they refer to, and how one
 * becomes the other; and the plan that follows from it. Knows no table by name and no database.
 */
package dev.tidemark.star;
