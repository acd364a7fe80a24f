package dev.tidemark.orm;

import java.util.List;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * The natural key of a table, of one or two integer columns, handled as one number. Every part fits in 32 bits, as
 * MySQL's integer types short of BIGINT do.
 */
public sealed interface KeyColumns permits SingleKey, PairKey {

    /** A key of one column. */
    static KeyColumns of(SqlColumn<Long> column) {
        return new SingleKey(column);
    }

    /** A key of two columns; the number is made of {@code high} in the upper and {@code low} in the lower 32 bits. */
    static KeyColumns of(SqlColumn<Long> high, SqlColumn<Long> low) {
        return new PairKey(high, low);
    }

    /** The number of a key of two columns. */
    static long pack(long high, long low) {
        return (high << 32) | (low & 0xFFFF_FFFFL);
    }

    /** The names of the columns. */
    List<String> columnNames();

    /** The key as one numeric expression. */
    BindableColumn<Long> value();

    /**
     * A 32-bit scrambling of the key as a numeric expression that MySQL and SQLite compute alike, from integer
     * operators that both have. Sums of it tell sets of keys apart that plain sums of keys do not, such as {1, 4} from
     * {2, 3}.
     */
    BindableColumn<Long> hash();

    /** The column that comes first in the key's order: ranges of keys are ranges of it. */
    SqlColumn<Long> leading();

    /** The number of the range of {@code 2^bits} values of the leading column that a row is in. */
    BindableColumn<Long> range(int bits);

    /** Ascending order of the key's number. */
    List<SortSpecification> order();

    /** True for rows with one of these keys, of which there is at least one. */
    CriteriaGroup isAnyOf(List<Long> keys);

    /** The key as people write it: {@code 7} or {@code 7/12}. */
    String describe(long key);
}
