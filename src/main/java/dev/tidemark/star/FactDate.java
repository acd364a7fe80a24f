package dev.tidemark.star;

import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * The date that a fact belongs to, on both sides.
 *
 * @param source the source's column
 * @param target the warehouse's column, a key of the form YYYYMMDD
 */
public record FactDate(SqlColumn<LocalDateTime> source, SqlColumn<Long> target) {}
