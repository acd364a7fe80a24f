package dev.tidemark.copy.validation;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * A row of the target that is not as it was carried over.
 *
 * @param kind whether it differs, or is missing
 * @param key its key in the source, as people write it
 * @param columns the columns that differ; empty for a row that is missing, or cannot be converted
 */
@Serdeable
public record CopyDifference(Kind kind, String key, List<Column> columns) {
    /** How a row can differ. */
    public enum Kind {
        MISSING,
        DIFFERENT
    }

    /**
     * A column that differs. Long values are cut.
     *
     * @param column its name in the source
     * @param source the value that the target should have; null for NULL
     * @param target the value that it has; null for NULL
     */
    @Serdeable
    public record Column(String column, String source, String target) {}
}
