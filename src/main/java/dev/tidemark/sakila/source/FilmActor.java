package dev.tidemark.sakila.source;

/**
 * An actor's part in a film.
 *
 * @param filmId natural key, with the actor
 */
public record FilmActor(long filmId, long actorId) {}
