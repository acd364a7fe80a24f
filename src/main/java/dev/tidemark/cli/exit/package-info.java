/** How a command ends other than well: the exit codes, and what is said of failures and interruptions. */
package dev.tidemark.cli.exit;
