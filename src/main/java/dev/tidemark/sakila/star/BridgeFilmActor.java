package dev.tidemark.sakila.star;

/**
 * An actor's part in a film.
 *
 * @param filmKey surrogate key of the film; null where the warehouse has none, as no row may
 * @param actorKey surrogate key of the actor
 * @param filmId natural key, with the actor
 */
public record BridgeFilmActor(Long filmKey, Long actorKey, long filmId, long actorId) {}
