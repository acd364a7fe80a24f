package dev.tidemark.sakila.source;

/**
 * A language that films are in.
 *
 * @param languageId natural key
 */
public record Language(long languageId, String name) {}
