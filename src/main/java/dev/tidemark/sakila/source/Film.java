package dev.tidemark.sakila.source;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A film that the stores rent out.
 *
 * @param filmId natural key
 * @param description may be null
 * @param releaseYear may be null
 * @param originalLanguageId may be null
 * @param rentalDuration days
 * @param length minutes; may be null
 * @param rating may be null
 * @param specialFeatures comma-separated; may be null
 */
public record Film(
        long filmId,
        String title,
        String description,
        Integer releaseYear,
        long languageId,
        Long originalLanguageId,
        long rentalDuration,
        BigDecimal rentalRate,
        Integer length,
        BigDecimal replacementCost,
        String rating,
        String specialFeatures,
        LocalDateTime lastUpdate) {}
