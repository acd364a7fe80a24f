package dev.tidemark.sql;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.mybatis.dynamic.sql.SqlBuilder.and;
import static org.mybatis.dynamic.sql.SqlBuilder.group;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThanOrEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.or;
import static org.mybatis.dynamic.sql.SqlBuilder.sortColumn;

import java.util.List;
import java.util.TreeMap;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;

/** A natural key of two columns. */
record PairKey(SqlColumn<Long> first, SqlColumn<Long> second) implements KeyColumns {
    @Override
    public List<SqlColumn<Long>> columns() {
        return List.of(first, second);
    }

    @Override
    public List<SortSpecification> order() {
        return List.of(qualified(first), qualified(second));
    }

    @Override
    public CriteriaGroup isAnyOf(List<Key> keys) {
        List<CriteriaGroup> pairs = keys.stream()
                .collect(groupingBy(Key::leading, TreeMap::new, mapping(Key::following, toList())))
                .entrySet()
                .stream()
                .map(entry -> group(first, isEqualTo(entry.getKey()), and(second, isIn(entry.getValue()))))
                .toList();
        return anyOf(pairs);
    }

    // The first condition is what an index serves; databases make little of the second on its own.
    @Override
    public CriteriaGroup isAfter(Key key) {
        return group(
                first,
                isGreaterThanOrEqualTo(key.leading()),
                and(first, isGreaterThan(key.leading()), or(second, isGreaterThan(key.following()))));
    }

    @Override
    public CriteriaGroup isUpTo(Key key) {
        return group(
                first,
                isLessThanOrEqualTo(key.leading()),
                and(first, isLessThan(key.leading()), or(second, isLessThanOrEqualTo(key.following()))));
    }

    @Override
    public String describe(Key key) {
        return key.leading() + "/" + key.following();
    }

    // Halved again and again, because SQLite takes no expression deeper than a thousand, and a plain chain is as deep
    // as it is long.
    private static CriteriaGroup anyOf(List<CriteriaGroup> groups) {
        if (groups.size() == 1) {
            return groups.getFirst();
        }
        int half = groups.size() / 2;
        return group(anyOf(groups.subList(0, half)), or(anyOf(groups.subList(half, groups.size()))));
    }

    // The DSL leaves the table out here, and joined tables may have a column of this name.
    private static SortSpecification qualified(SqlColumn<Long> column) {
        return sortColumn(column.table().tableNameAtRuntime(), column);
    }
}
