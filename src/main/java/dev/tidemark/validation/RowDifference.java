package dev.tidemark.validation;

import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.util.List;

/**
 * A row that is not the same on both sides.
 *
 * @param kind missing, extra, different or duplicate
 * @param key the natural key, as people write it
 * @param columns the columns that differ; empty for a row that is only on one side
 */
@Serdeable
public record RowDifference(Kind kind, String key, List<ColumnDifference> columns) implements Serializable {
    /** How a row can differ. */
    public enum Kind {
        MISSING,
        EXTRA,
        DIFFERENT,
        DUPLICATE
    }

    /**
     * A column that differs.
     *
     * @param column its name
     * @param source the source's value; null for NULL
     * @param warehouse the warehouse's value; null for NULL
     */
    @Serdeable
    public record ColumnDifference(String column, String source, String warehouse) implements Serializable {}
}
