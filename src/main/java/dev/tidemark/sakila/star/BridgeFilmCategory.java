package dev.tidemark.sakila.star;

/**
 * A film's place in a category.
 *
 * @param filmKey surrogate key of the film; null where the warehouse has none, as no row may
 * @param categoryKey surrogate key of the category
 * @param filmId natural key, with the category
 */
public record BridgeFilmCategory(Long filmKey, Long categoryKey, long filmId, long categoryId) {}
