package dev.tidemark.target;

import java.util.List;

/**
 * What was done to bring a schema to this program's version.
 *
 * @param migrations how many migrations were applied
 * @param restored the views and indexes that were missing and were made anew, such as {@code view top_films}
 */
public record SchemaChange(int migrations, List<String> restored) {
    public SchemaChange {
        restored = List.copyOf(restored);
    }
}
