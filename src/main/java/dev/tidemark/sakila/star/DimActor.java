package dev.tidemark.sakila.star;

import java.time.LocalDateTime;

/**
 * An actor.
 *
 * @param actorId natural key
 * @param lastUpdate UTC
 */
public record DimActor(long actorId, String firstName, String lastName, LocalDateTime lastUpdate) {}
