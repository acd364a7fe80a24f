package dev.tidemark.example;

import java.time.LocalDateTime;

/** A member of staff; the store's key is null where the source has no such store. */
public record DimStaff(
        long staffId, String firstName, String lastName, Long storeKey, long active, LocalDateTime lastUpdate) {}
