package dev.tidemark.mysql;

/**
 * A variable of the server.
 *
 * @param name its name
 * @param value its value; may be empty
 */
public record ServerVariable(String name, String value) {}
