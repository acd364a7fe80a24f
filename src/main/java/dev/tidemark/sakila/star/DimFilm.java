package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

/**
 * A film.
 *
 * @param filmId natural key
 * @param description may be null
 * @param rating may be null
 * @param length minutes; may be null
 * @param language the language's name; null where the source has no such language
 * @param originalLanguage may be null
 * @param releaseYear may be null
 * @param rentalDuration days
 * @param specialFeatures comma-separated; may be null
 * @param lastUpdate UTC
 */
public record DimFilm(
        long filmId,
        String title,
        String description,
        String rating,
        Integer length,
        String language,
        String originalLanguage,
        Integer releaseYear,
        long rentalDuration,
        long rentalRateCents,
        long replacementCostCents,
        String specialFeatures,
        LocalDateTime lastUpdate) {}
