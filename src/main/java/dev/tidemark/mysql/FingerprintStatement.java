package dev.tidemark.mysql;

import static dev.tidemark.mysql.RangesResult.RANGES;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.sortColumn;

import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.sql.Conditions;
import dev.tidemark.sql.Joins;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.SqlTables;
import dev.tidemark.table.Column;
import dev.tidemark.table.KeySpans;
import java.util.stream.Collectors;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/**
 * The statement that fingerprints a table by ranges of keys, in one pass and in ascending order of the ranges. The DSL
 * cannot express its functions, so this class writes them.
 *
 * <p>The text of a row is its values with commas between them: numbers and dates as they are written, a dash for NULL,
 * and for a text the hash of its UTF-8, which has no comma and differs from a dash. A hash is also short: a row longer
 * than max_allowed_packet would become NULL without an error, and its changes would be lost. Rows have distinct keys,
 * so no two of them cancel each other.
 *
 * @param mariaDb whether the server is MariaDB, whose BIT_XOR takes only numbers: the first 64 bits of each hash
 * @param tables the DSL's tables
 */
record FingerprintStatement(boolean mariaDb, SqlTables tables) {
    /**
     * The statement for the ranges of {@code table} with these leading keys; it selects the columns of
     * {@link RangesResult}.
     */
    SelectStatementProvider of(FingerprintedTable table, KeySpans keys) {
        String key = name(table.table().key().leading());
        String text = table.columns().stream().map(FingerprintStatement::value).collect(Collectors.joining(", "));
        // Clears the bits below the width; the cast restores the sign of a negative key.
        String firstKey = "CAST(" + key + " & -" + table.table().rangeWidth() + " AS SIGNED)";
        return Rendered.select(new Joins(tables).left(select(
                        // MySQL then sorts the rows without a temporary table, which saves a sixth of the time.
                        constant(mariaDb ? firstKey : "SQL_BIG_RESULT " + firstKey).as(RANGES.firstKey.name()),
                        count().as(RANGES.rows.name()),
                        constant(xor("CONCAT_WS(',', " + text + ")")).as(RANGES.content.name()),
                        constant(table.keysMatter() ? xor(key) : "NULL").as(RANGES.keys.name()),
                        constant("CAST(MAX(" + name(table.table().lastUpdate()) + ") AS CHAR)")
                                .as(RANGES.lastUpdate.name()))
                .from(tables.of(table.table())), table.joins())
                .where(new Conditions(tables).within(table.table(), keys))
                .configureStatement(statement -> statement.setNonRenderingWhereClauseAllowed(true))
                .groupBy(constant(RANGES.firstKey.name()))
                .orderBy(sortColumn(RANGES.firstKey.name())));
    }

    private String xor(String text) {
        String hash = "SHA2(" + text + ", 256)";
        return mariaDb
                ? "HEX(BIT_XOR(CAST(CONV(LEFT(" + hash + ", 16), 16, 10) AS UNSIGNED)))"
                : "HEX(BIT_XOR(UNHEX(" + hash + ")))";
    }

    private static String value(Column<?> column) {
        // Bytes that are not UTF-8 cannot be converted; then the hash of the bytes counts.
        return column.type() == Column.Type.TEXT
                ? "COALESCE(SHA2(CONVERT(%1$s USING utf8mb4), 256), SHA2(%1$s, 256), '-')".formatted(name(column))
                : "IFNULL(" + name(column) + ", '-')";
    }

    // A joined table may have a column of the same name.
    private static String name(Column<?> column) {
        return column.table().name() + "." + column.name();
    }
}
