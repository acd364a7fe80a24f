package dev.tidemark.sqlite;

import dev.tidemark.sql.VerbatimStatements;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Lang;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.UpdateProvider;

/** Reads and changes SQLite's schema; the DSL cannot express its statements. */
public interface SchemaMapper {
    /** The statement that created a table. */
    @Select("SELECT sql FROM sqlite_schema WHERE type = 'table' AND name = #{name}")
    String table(String name);

    /**
     * The statements that created the indexes and triggers of a table, except the indexes of its keys. SQLite keeps a
     * trigger's table name as it was typed.
     */
    @Select("SELECT sql FROM sqlite_schema WHERE type IN ('index', 'trigger')"
            + " AND tbl_name = #{table} COLLATE NOCASE AND sql IS NOT NULL ORDER BY rowid")
    List<String> belongings(String table);

    /** All objects that statements created, the oldest first. */
    @Select("SELECT type, name, sql AS statement FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*'"
            + " ORDER BY rowid")
    @Arg(column = "type", javaType = String.class)
    @Arg(column = "name", javaType = String.class)
    @Arg(column = "statement", javaType = String.class)
    List<SchemaObject> madeByStatements();

    /** All foreign keys, one row for each of their columns. */
    @Select("SELECT child.name AS child, reference.\"from\" AS child_column, reference.\"table\" AS parent,"
            + " reference.\"to\" AS parent_key, COALESCE((SELECT GROUP_CONCAT(name || ' ' || type)"
            + " FROM pragma_table_info(reference.\"table\") WHERE pk > 0) = reference.\"to\" || ' INTEGER', 0)"
            + " AS to_row_number"
            + " FROM sqlite_schema AS child, pragma_foreign_key_list(child.name) AS reference"
            + " WHERE child.type = 'table' ORDER BY child.rowid")
    @Arg(column = "child", javaType = String.class)
    @Arg(column = "child_column", javaType = String.class)
    @Arg(column = "parent", javaType = String.class)
    @Arg(column = "parent_key", javaType = String.class)
    @Arg(column = "to_row_number", javaType = boolean.class)
    List<ForeignKey> foreignKeys();

    /** Drops a table with its indexes and triggers. */
    @Lang(VerbatimStatements.class)
    @UpdateProvider(type = SchemaStatements.class, method = "drop")
    int drop(String table);

    /** Executes a statement that creates a table, an index or a trigger. */
    @Lang(VerbatimStatements.class)
    @UpdateProvider(type = SchemaStatements.class, method = "execute")
    int execute(String statement);
}
