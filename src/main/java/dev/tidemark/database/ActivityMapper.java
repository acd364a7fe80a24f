package dev.tidemark.database;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads the server's lists of what is going on. */
public interface ActivityMapper {
    /** Open transactions, at most a few thousand. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "connection", javaType = long.class)
    @Arg(column = "started", javaType = LocalDateTime.class)
    @Arg(column = "rows_modified", javaType = long.class)
    List<SourceTransaction> transactions(SelectStatementProvider select);

    /**
     * Connections and what they do, at most a few thousand. The statement, and not the table of the same content: the
     * table cannot be read while a statement with a four-byte character runs (error 3854 of MySQL), and is deprecated.
     */
    @Select("SHOW PROCESSLIST")
    @Arg(column = "Id", javaType = long.class)
    @Arg(column = "User", javaType = String.class)
    @Arg(column = "Command", javaType = String.class)
    @Arg(column = "Time", javaType = Long.class)
    List<SourceProcess> processes();
}
