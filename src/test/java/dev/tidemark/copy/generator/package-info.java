/**
 * Sources of copies with invented data of any size, the same for the same seed. Every row is a function of the seed and
 * its number, so rows are made one after the other and never kept.
 */
package dev.tidemark.copy.generator;
