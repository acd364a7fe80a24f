package dev.tidemark.database;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads the server's lists of what is going on. */
public interface ActivityMapper {
    /** Open transactions, at most a few thousand. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "transaction_id", javaType = long.class)
    @Arg(column = "own", javaType = Boolean.class)
    @Arg(column = "started", javaType = LocalDateTime.class)
    @Arg(column = "rows_modified", javaType = long.class)
    List<SourceTransaction> transactions(SelectStatementProvider select);
}
