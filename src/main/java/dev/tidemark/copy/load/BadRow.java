package dev.tidemark.copy.load;

import io.micronaut.serde.annotation.Serdeable;

/**
 * A row that was not carried over.
 *
 * @param table its table in the source
 * @param key its key, as people write it
 * @param reason why
 */
@Serdeable
public record BadRow(String table, String key, String reason) {
    /** The row in one sentence. */
    @Override
    public String toString() {
        return table + " " + key + ": " + reason;
    }
}
