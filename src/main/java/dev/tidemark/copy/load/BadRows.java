package dev.tidemark.copy.load;

import dev.tidemark.failure.TidemarkException;
import java.util.List;

/**
 * Rows that stop a run.
 *
 * @param count how many there are
 * @param named the first of them
 */
record BadRows(long count, List<BadRow> named) {
    /** The failure that names the first row. */
    TidemarkException failure() {
        String first = named.isEmpty() ? "keys that come more than once" : named.getFirst().toString();
        return TidemarkException.incomplete(
                count == 1
                        ? "A row cannot be carried over: " + first
                        : "%,d rows cannot be carried over; the first: %s".formatted(count, first),
                "correct the source; or bad-rows: reject, which leaves such rows out and lists them;"
                        + " nothing of this run was kept");
    }
}
