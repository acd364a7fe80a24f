package dev.tidemark.table;

import java.math.BigDecimal;

/**
 * A group of rows as a database sums them up. Several may be of the same group.
 *
 * @param group what the rows have in common; null for none
 * @param rows the number of rows
 * @param amount the sum of their amounts as the column has them; 0 where no amount was asked for or all are NULL
 */
public record GroupTotal(Long group, long rows, BigDecimal amount) {}
