package dev.tidemark.sakila.source;

/**
 * A film's place in a category.
 *
 * @param filmId natural key, with the category
 */
public record FilmCategory(long filmId, long categoryId) {}
