package dev.tidemark.example;

import dev.tidemark.orm.RowMapper;
import java.time.LocalDateTime;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads rows of staff. */
public interface StaffMemberMapper extends RowMapper<StaffMember> {
    @Override
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "staff_id", javaType = long.class)
    @Arg(column = "first_name", javaType = String.class)
    @Arg(column = "last_name", javaType = String.class)
    @Arg(column = "store_id", javaType = long.class)
    @Arg(column = "active", javaType = boolean.class)
    @Arg(column = "last_update", javaType = LocalDateTime.class)
    Cursor<StaffMember> select(SelectStatementProvider select);
}
