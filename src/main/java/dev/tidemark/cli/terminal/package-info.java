/** What a command sees of the process that it runs in, and what it says there while it works. */
package dev.tidemark.cli.terminal;
