package dev.tidemark.sql;

import java.util.List;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;

/** The natural key of a table, of one or two columns that hold whole numbers of up to 64 bits with a sign. */
public sealed interface KeyColumns permits SingleKey, PairKey {

    /** A key of one column. */
    static KeyColumns of(SqlColumn<Long> column) {
        return new SingleKey(column);
    }

    /** A key of two columns. */
    static KeyColumns of(SqlColumn<Long> leading, SqlColumn<Long> following) {
        return new PairKey(leading, following);
    }

    /** The columns, in the key's order. */
    List<SqlColumn<Long>> columns();

    /** Ascending order of the key. */
    List<SortSpecification> order();

    /** True for rows with one of these keys, of which there is at least one. */
    CriteriaGroup isAnyOf(List<Key> keys);

    /** True for rows whose key comes after this one. */
    CriteriaGroup isAfter(Key key);

    /** True for rows with this key, or one that comes before it. */
    CriteriaGroup isUpTo(Key key);

    /** The key as people write it: {@code 7} or {@code 7/12}. */
    String describe(Key key);

    /** The column that comes first in the key's order: ranges of keys are ranges of it. */
    default SqlColumn<Long> leading() {
        return columns().getFirst();
    }

    /** The names of the columns. */
    default List<String> columnNames() {
        return columns().stream().map(SqlColumn::name).toList();
    }
}
