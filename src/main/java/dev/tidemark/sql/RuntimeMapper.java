package dev.tidemark.sql;

import java.util.List;
import org.apache.ibatis.annotations.Lang;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;

/** Runs statements about tables that are known at run time only. {@link RuntimeRows} says how rows are read. */
public interface RuntimeMapper {
    /** The rows that a query finds, streamed; {@link Cursors#rows} reads and closes the cursor. */
    @Lang(RuntimeLanguage.class)
    @Select(RuntimeLanguage.TEXT)
    Cursor<RowBlock> stream(RuntimeStatement query);

    /** The rows that a query finds. */
    @Lang(RuntimeLanguage.class)
    @Select(RuntimeLanguage.TEXT)
    List<Object[]> rows(RuntimeStatement query);

    /** Runs any other statement, and returns the number of rows that it changed. */
    @Lang(RuntimeLanguage.class)
    @Update(RuntimeLanguage.TEXT)
    int execute(RuntimeStatement statement);
}
