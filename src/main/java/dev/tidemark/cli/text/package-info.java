/** Lays out text for people: columns, lines that fit, numbers, durations and times. */
package dev.tidemark.cli.text;
