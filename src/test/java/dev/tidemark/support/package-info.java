/**
 * The basis of the tests: the server they read from, started once, fresh Sakila schemas on it, and ways to run the
 * program and look at its warehouse.
 */
package dev.tidemark.support;
