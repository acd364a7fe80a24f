/** Reads the values of options from the command line. */
package dev.tidemark.cli.option;
