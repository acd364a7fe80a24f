package dev.tidemark.spark.lake;

import dev.tidemark.table.KeySpans;
import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.util.Map;
import java.util.SortedSet;

/**
 * A file of rows, which never changes.
 *
 * @param name its name within the lake
 * @param rows the number of its rows
 * @param firstKey the smallest leading key in it; larger than the last one in a file without a row
 * @param lastKey the largest leading key in it
 * @param values the distinct values of the columns that other tables are computed from, by name
 */
@Serdeable
public record DataFile(String name, long rows, long firstKey, long lastKey, Map<String, SortedSet<Long>> values)
        implements Serializable {
    /** The folder that it is in. */
    public String folder() {
        return name.substring(0, name.lastIndexOf('/'));
    }

    /** Whether a row in it may have one of these leading keys. */
    public boolean mayHold(KeySpans keys) {
        return keys.spans().anyMatch(span -> span.first() <= lastKey && span.last() >= firstKey);
    }
}
