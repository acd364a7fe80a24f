package dev.tidemark.example;

import java.time.LocalDateTime;

/** A row of Sakila's staff, as far as dim_staff needs it. */
public record StaffMember(
        long staffId, String firstName, String lastName, long storeId, boolean active, LocalDateTime lastUpdate) {}
