/** How each table of the star comes from Sakila: one strategy a table. The only package that sees both models. */
package dev.tidemark.sakila.sync;
