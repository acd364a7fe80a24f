/** The console of a command: its terminal, colours, messages and progress. */
package dev.tidemark.cli.terminal;
