/** Tests of the status of copies, at the command line. */
package dev.tidemark.copy.status;
