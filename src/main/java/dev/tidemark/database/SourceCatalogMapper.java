package dev.tidemark.database;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.SelectProvider;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;
import org.mybatis.dynamic.sql.util.SqlProviderAdapter;

/** Reads the source's catalogue. */
public interface SourceCatalogMapper {
    /** Columns by table. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "column_name", javaType = String.class)
    List<SourceColumn> columns(SelectStatementProvider select);

    /** Tables and their sizes. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "row_count", javaType = long.class)
    @Arg(column = "byte_count", javaType = long.class)
    List<SourceTableSize> tables(SelectStatementProvider select);

    /** Names, such as those of tables. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    List<String> names(SelectStatementProvider select);
}
