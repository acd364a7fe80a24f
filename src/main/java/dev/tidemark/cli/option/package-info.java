/** How the values of options are read from the command line. */
package dev.tidemark.cli.option;
