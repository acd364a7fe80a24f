/** The strategies that make the star from Sakila, one for each table. The only package that sees both models. */
package dev.tidemark.sakila.sync;
