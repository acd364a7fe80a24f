/**
 * The command line: one class a command, which reads its options, calls the engine once and renders one result.
 * Results go to stdout, everything else to stderr. The packages in it know nothing of the commands.
 */
package dev.tidemark.cli;
