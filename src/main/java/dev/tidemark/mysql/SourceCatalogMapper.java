package dev.tidemark.mysql;

import dev.tidemark.source.SourceColumnIndex;
import dev.tidemark.source.SourceTableEngine;
import dev.tidemark.source.SourceTableSize;
import java.time.LocalDateTime;
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
    @Arg(column = "column_type", javaType = String.class)
    List<CatalogColumn> columns(SelectStatementProvider select);

    /** Tables and their sizes. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "row_count", javaType = long.class)
    @Arg(column = "byte_count", javaType = long.class)
    List<SourceTableSize> tables(SelectStatementProvider select);

    /** Tables and their engines. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "engine", javaType = String.class)
    List<SourceTableEngine> engines(SelectStatementProvider select);

    /** When tables were last changed. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "engine", javaType = String.class)
    @Arg(column = "create_options", javaType = String.class)
    @Arg(column = "create_time", javaType = LocalDateTime.class)
    @Arg(column = "update_time", javaType = LocalDateTime.class)
    List<CatalogMark> marks(SelectStatementProvider select);

    /** Columns that are the first column of an index. */
    @SelectProvider(type = SqlProviderAdapter.class, method = "select")
    @Arg(column = "table_name", javaType = String.class)
    @Arg(column = "column_name", javaType = String.class)
    List<SourceColumnIndex> indexes(SelectStatementProvider select);
}
