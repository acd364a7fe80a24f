/**
 * What tests stand on: the server they read from, started once, and fresh Sakila schemas on it. Knows nothing of the
 * program under test.
 */
package dev.tidemark.support;
