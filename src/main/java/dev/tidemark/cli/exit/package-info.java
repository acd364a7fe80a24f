/** How a command ends: the exit codes, and what is said of failures and interruptions. */
package dev.tidemark.cli.exit;
