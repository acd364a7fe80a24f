/** What is kept of a command in a log file. */
package dev.tidemark.cli.log;
