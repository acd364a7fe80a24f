package dev.tidemark.table;

import java.math.BigDecimal;

/**
 * The database's total of a group of rows. A group may have several totals.
 *
 * @param group the group's key; null for rows without a group
 * @param rows the number of rows
 * @param amount the sum of their amounts in the column's unit; 0 if no amount was asked for or all are NULL
 */
public record GroupTotal(Long group, long rows, BigDecimal amount) {}
