/** The settings of a command: read from flags, environment and file, and checked, in one place. */
package dev.tidemark.config;
