package dev.tidemark.sakila.source;

import dev.tidemark.orm.RowMapper;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of address. */
public interface AddressMapper extends RowMapper<Address> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "address_id", javaType = long.class)
    @Arg(column = "city_id", javaType = long.class)
    Cursor<Address> select(SelectStatementProvider select);
}
