package dev.tidemark.sqlite;

import java.util.List;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads Flyway's list of migrations. */
public interface SchemaHistoryMapper {
    /** Versions, as Flyway writes them. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    List<String> versions(SelectStatementProvider select);
}
