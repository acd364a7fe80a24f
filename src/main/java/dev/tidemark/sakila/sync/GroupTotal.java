package dev.tidemark.sakila.sync;

import java.math.BigDecimal;

/**
 * A line of totals as a database computes them.
 *
 * @param first the group; null for none
 * @param second the group that counts where the first is null; null for none
 * @param rows the number of rows
 * @param amount the sum of amounts, in whatever unit was asked for; null for none
 */
public record GroupTotal(Long first, Long second, long rows, BigDecimal amount) {}
