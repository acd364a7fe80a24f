package dev.tidemark.sqlite;

import java.util.List;

/**
 * A table that was emptied and waits for its indexes and triggers.
 *
 * @param rows how many rows it had
 * @param belongings the statements that create its indexes and triggers
 */
public record EmptiedTable(long rows, List<String> belongings) {
    public EmptiedTable {
        belongings = List.copyOf(belongings);
    }
}
