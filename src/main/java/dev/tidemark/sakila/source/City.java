package dev.tidemark.sakila.source;

/**
 * A city.
 *
 * @param cityId natural key
 * @param city its name
 */
public record City(long cityId, String city, long countryId) {}
