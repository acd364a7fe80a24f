package dev.tidemark.sakila.source;

/**
 * A country.
 *
 * @param countryId natural key
 * @param country its name
 */
public record Country(long countryId, String country) {}
