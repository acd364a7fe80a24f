/** How text is laid out for people: columns, lines that fit, and numbers, durations and times as people read them. */
package dev.tidemark.cli.text;
