/** Tests of the keys of copies, at the command line. */
package dev.tidemark.copy.keys;
