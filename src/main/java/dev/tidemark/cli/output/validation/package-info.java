/** Renders what a validation found: text for people; JSON, JUnit XML and Markdown for programs. */
package dev.tidemark.cli.output.validation;
