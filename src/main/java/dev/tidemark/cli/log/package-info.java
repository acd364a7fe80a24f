/** The log file of a command. */
package dev.tidemark.cli.log;
