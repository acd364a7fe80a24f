package dev.tidemark.sakila.source;

import java.time.LocalDateTime;

/**
 * A category of films.
 *
 * @param categoryId natural key
 */
public record Category(long categoryId, String name, LocalDateTime lastUpdate) {}
