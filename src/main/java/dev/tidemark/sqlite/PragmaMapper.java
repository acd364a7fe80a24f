package dev.tidemark.sqlite;

import dev.tidemark.target.Orphan;
import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** SQLite's pragmas and other statements that the DSL cannot express. */
public interface PragmaMapper {
    /** The number that marks the kind of file; 0 in a file without a mark. */
    @Select("PRAGMA application_id")
    long applicationId();

    /** The number of objects in the schema, except Flyway's list, which is created first and on its own. */
    @Select("SELECT COUNT(*) FROM sqlite_schema WHERE tbl_name <> 'flyway_schema_history'")
    long objects();

    /** Makes this connection wait only a moment for others. */
    @Select("PRAGMA busy_timeout = 100")
    long waitBriefly();

    /**
     * Moves the write-ahead log into the file as far as no reader needs it, and empties it if no reader needs any of
     * it. Returns 1 if a reader does, else 0.
     */
    @Select("PRAGMA wal_checkpoint(TRUNCATE)")
    long emptyLog();

    /** Makes statistics a sample: this many entries of each index. */
    @Select("PRAGMA analysis_limit = 1000")
    long sampleForStatistics();

    /** Writes the statistics of all tables anew. */
    @Update("ANALYZE")
    int analyze();

    /** Writes the statistics of tables that have none, or whose size changed tenfold. */
    @Update("PRAGMA optimize = 0x10002")
    int optimize();

    /** Copies the database into an empty file, which has no write-ahead log. */
    @Update("VACUUM INTO #{file}")
    int vacuumInto(String file);

    /** Rows of this table whose foreign key refers to a missing row, at most the first hundred. */
    @Select("SELECT \"table\" AS child, COALESCE(rowid, 0) AS row_number, parent"
            + " FROM pragma_foreign_key_check(#{table}) LIMIT 100")
    @Arg(column = "child", javaType = String.class)
    @Arg(column = "row_number", javaType = long.class)
    @Arg(column = "parent", javaType = String.class)
    List<Orphan> orphansOf(String table);

    /** The faults of the file, in SQLite's words, or only "ok". */
    @Select("PRAGMA quick_check(10)")
    List<String> faults();
}
