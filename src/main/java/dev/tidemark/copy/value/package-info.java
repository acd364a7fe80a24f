/**
 * Values on their way: as SQLite stores them, as the target's types take them, and why one cannot be taken. Pure
 * functions; knows no database.
 *
 * <p>A <b>stored</b> value is what SQLite holds: {@code null}, {@link java.lang.Long}, {@link java.lang.Double},
 * {@link java.lang.String}, a {@code byte[]}, or {@link dev.tidemark.copy.value.InvalidText}.
 *
 * <p>A <b>typed</b> value is what a column of the target holds, the same for every database: {@code null},
 * {@link java.lang.Long}, {@link java.math.BigDecimal}, {@link java.lang.Double}, {@link java.lang.Boolean},
 * {@link java.lang.String}, {@code byte[]}, {@link java.time.LocalDate}, {@link java.time.LocalDateTime} (UTC where the
 * type knows a zone) or {@link java.time.LocalTime}, as {@link dev.tidemark.copy.value.ColumnType} says.
 */
package dev.tidemark.copy.value;
