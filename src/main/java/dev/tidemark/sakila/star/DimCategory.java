package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

/**
 * A category of films.
 *
 * @param categoryId natural key
 * @param lastUpdate UTC
 */
public record DimCategory(long categoryId, String name, LocalDateTime lastUpdate) {}
