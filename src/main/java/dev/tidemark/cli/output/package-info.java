/** Renders results for stdout: text for people; JSON, CSV and metrics for programs. */
package dev.tidemark.cli.output;
