/** The end of a command: exit codes, and the messages of failures and interruptions. */
package dev.tidemark.cli.exit;
