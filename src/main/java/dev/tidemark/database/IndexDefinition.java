package dev.tidemark.database;

/**
 * An index that a migration created.
 *
 * @param name its name
 * @param text the statement that creates it
 */
public record IndexDefinition(String name, String text) {}
