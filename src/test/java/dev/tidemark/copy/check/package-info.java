/** Tests of what a check finds of copies, at the command line. */
package dev.tidemark.copy.check;
