package dev.tidemark.copy.value;

/**
 * Stands for a value that cannot be carried over without changing it.
 *
 * @param reason why, such as {@code "12,5" is not a number}; it names no column
 */
public record BadValue(String reason) {}
