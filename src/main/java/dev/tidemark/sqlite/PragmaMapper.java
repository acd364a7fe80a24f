package dev.tidemark.sqlite;

import dev.tidemark.target.Orphan;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Select;

/** SQLite's pragmas that are asked as statements, which the DSL has no word for. */
public interface PragmaMapper {
    /** The number that marks what kind of file this is; 0 in a file that no one marked. */
    @Select("PRAGMA application_id")
    long applicationId();

    /** The number of tables, views and indexes, but for Flyway's list, which comes first and on its own. */
    @Select("SELECT COUNT(*) FROM sqlite_schema WHERE tbl_name <> 'flyway_schema_history'")
    long objects();

    /** Makes this connection wait no longer than a moment for others. */
    @Select("PRAGMA busy_timeout = 100")
    long waitBriefly();

    /**
     * Moves the write-ahead log into the file, as far as no reader needs it, and cuts it to nothing if none does.
     * Returns 1 where a reader does, else 0.
     */
    @Select("PRAGMA wal_checkpoint(TRUNCATE)")
    long emptyLog();

    /** Rows whose foreign key finds no row, at most the first hundred. */
    @Select("SELECT \"table\" AS child, COALESCE(rowid, 0) AS row_number, parent"
            + " FROM pragma_foreign_key_check LIMIT 100")
    @Arg(column = "child", javaType = String.class)
    @Arg(column = "row_number", javaType = long.class)
    @Arg(column = "parent", javaType = String.class)
    List<Orphan> orphans();

    /** Rows of this table whose foreign key finds no row, at most one. */
    @Select("SELECT \"table\" AS child, COALESCE(rowid, 0) AS row_number, parent"
            + " FROM pragma_foreign_key_check(#{table}) LIMIT 1")
    @Arg(column = "child", javaType = String.class)
    @Arg(column = "row_number", javaType = long.class)
    @Arg(column = "parent", javaType = String.class)
    List<Orphan> orphansOf(String table);

    /** What is wrong with the file, in SQLite's words, or the one word "ok". */
    @Select("PRAGMA quick_check(10)")
    List<String> faults();
}
