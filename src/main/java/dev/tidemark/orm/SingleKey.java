package dev.tidemark.orm;

import static org.mybatis.dynamic.sql.SqlBuilder.group;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;

import java.util.List;
import org.mybatis.dynamic.sql.BindableColumn;
import org.mybatis.dynamic.sql.CriteriaGroup;
import org.mybatis.dynamic.sql.SortSpecification;
import org.mybatis.dynamic.sql.SqlColumn;

/** A natural key of one integer column. */
record SingleKey(SqlColumn<Long> column) implements KeyColumns {
    @Override
    public List<String> columnNames() {
        return List.of(column.name());
    }

    @Override
    public BindableColumn<Long> value() {
        return column;
    }

    @Override
    public BindableColumn<Long> hash() {
        return Arithmetic.scramble(column);
    }

    @Override
    public SqlColumn<Long> leading() {
        return column;
    }

    @Override
    public BindableColumn<Long> range(int bits) {
        return Arithmetic.shift(column, bits);
    }

    @Override
    public List<SortSpecification> order() {
        return List.of(column);
    }

    @Override
    public CriteriaGroup isAnyOf(List<Long> keys) {
        return group(column, isIn(keys));
    }

    @Override
    public String describe(long key) {
        return Long.toString(key);
    }
}
