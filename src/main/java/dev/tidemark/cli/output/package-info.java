/** Renders results for stdout: text for people; JSON, metrics, JUnit XML and Markdown for programs. */
package dev.tidemark.cli.output;
