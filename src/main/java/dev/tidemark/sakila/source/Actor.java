package dev.tidemark.sakila.source;

import java.time.LocalDateTime;

/**
 * An actor.
 *
 * @param actorId natural key
 */
public record Actor(long actorId, String firstName, String lastName, LocalDateTime lastUpdate) {}
