package dev.tidemark.orm;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.mybatis.dynamic.sql.SqlBuilder.and;
import static org.mybatis.dynamic.sql.SqlBuilder.group;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.or;
import static org.mybatis.dynamic.sql.SqlBuilder.sortColumn;

import java.util.List;
import java.util.TreeMap;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;

/** A natural key of two integer columns. */
record PairKey(SqlColumn<Long> high, SqlColumn<Long> low) implements KeyColumns {
    @Override
    public List<String> columnNames() {
        return List.of(high.name(), low.name());
    }

    @Override
    public BindableColumn<Long> value() {
        return Arithmetic.pack(high, low);
    }

    @Override
    public BindableColumn<Long> hash() {
        return Arithmetic.scramble(high, low);
    }

    @Override
    public SqlColumn<Long> leading() {
        return high;
    }

    @Override
    public BindableColumn<Long> range(int bits) {
        return Arithmetic.shift(high, bits);
    }

    @Override
    public List<SortSpecification> order() {
        return List.of(qualified(high), qualified(low));
    }

    @Override
    public CriteriaGroup isAnyOf(List<Long> keys) {
        List<CriteriaGroup> pairs = keys.stream()
                .collect(groupingBy(key -> key >> 32, TreeMap::new, mapping(key -> key & 0xFFFF_FFFFL, toList())))
                .entrySet()
                .stream()
                .map(entry -> group(high, isEqualTo(entry.getKey()), and(low, isIn(entry.getValue()))))
                .toList();
        return anyOf(pairs);
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

    @Override
    public String describe(long key) {
        return (key >> 32) + "/" + (key & 0xFFFF_FFFFL);
    }
}
