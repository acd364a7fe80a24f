package dev.tidemark.database;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.UpdateProvider;

/** SQLite's indexes as the migrations define them; the DSL has no word for their statements. */
public interface IndexMapper {
    /** The indexes of a table, but for those of its keys. */
    @Select("SELECT name, sql AS text FROM sqlite_schema"
            + " WHERE type = 'index' AND tbl_name = #{table} AND sql IS NOT NULL")
    @Arg(column = "name", javaType = String.class)
    @Arg(column = "text", javaType = String.class)
    List<IndexDefinition> indexes(String table);

    /** Drops an index. */
    @UpdateProvider(type = IndexStatements.class, method = "drop")
    int drop(String name);

    /** Executes the statement that creates an index. */
    @UpdateProvider(type = IndexStatements.class, method = "create")
    int create(String text);
}
