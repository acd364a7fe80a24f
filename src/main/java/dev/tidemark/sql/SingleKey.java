package dev.tidemark.sql;

import static org.mybatis.dynamic.sql.SqlBuilder.group;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isLessThanOrEqualTo;

import java.util.List;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;

/** A natural key of one column. */
record SingleKey(SqlColumn<Long> column) implements KeyColumns {
    @Override
    public List<SqlColumn<Long>> columns() {
        return List.of(column);
    }

    @Override
    public List<SortSpecification> order() {
        return List.of(column);
    }

    @Override
    public CriteriaGroup isAnyOf(List<Key> keys) {
        return group(column, isIn(keys.stream().map(Key::leading).toList()));
    }

    @Override
    public CriteriaGroup isAfter(Key key) {
        return group(column, isGreaterThan(key.leading()));
    }

    @Override
    public CriteriaGroup isUpTo(Key key) {
        return group(column, isLessThanOrEqualTo(key.leading()));
    }

    @Override
    public String describe(Key key) {
        return Long.toString(key.leading());
    }
}
