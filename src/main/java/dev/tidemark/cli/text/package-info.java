/** Lays out text for people: columns, lines that fit, numbers, durations and times; and JSON for programs. */
package dev.tidemark.cli.text;
