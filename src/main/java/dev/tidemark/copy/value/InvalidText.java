package dev.tidemark.copy.value;

/**
 * A text that SQLite stores and that is no UTF-8.
 *
 * @param bytes the text's bytes as they are stored
 */
public record InvalidText(byte[] bytes) {}
