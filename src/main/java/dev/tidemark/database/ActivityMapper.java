package dev.tidemark.database;

import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads the server's lists of what is going on. */
public interface ActivityMapper {
    /** Times in the zone of the list that is read; at most a few. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    List<LocalDateTime> times(SelectStatementProvider select);

    /** A number; null for none. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    Long number(SelectStatementProvider select);
}
