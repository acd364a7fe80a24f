package dev.tidemark.sql;

import java.util.Arrays;
import java.util.List;

/**
 * A statement about tables that are known at run time only.
 *
 * @param text the SQL, with a question mark for each parameter
 * @param parameters the values: null, Long, Integer, Double, BigDecimal, Boolean, String, {@code byte[]}, LocalDate,
 *     LocalTime, LocalDateTime, or a {@code String[]} for an array of the database
 */
public record RuntimeStatement(String text, List<Object> parameters) {
    /** A statement with these parameters, any of which may be null. */
    public static RuntimeStatement of(String text, Object... parameters) {
        return new RuntimeStatement(text, Arrays.asList(parameters));
    }
}
