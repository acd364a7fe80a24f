/** Results as they go to stdout: for people as text, and for programs as JSON, metrics, JUnit XML and Markdown. */
package dev.tidemark.cli.output;
