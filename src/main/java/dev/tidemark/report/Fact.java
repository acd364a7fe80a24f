package dev.tidemark.report;

/**
 * A fact at the top of the report.
 *
 * @param label what it is about
 * @param value the fact, in a few words
 * @param detail more about it, in a sentence or two; empty for none
 * @param tone how good it is
 */
public record Fact(String label, String value, String detail, Tone tone) {}
