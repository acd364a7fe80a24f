package dev.tidemark.orm;

import org.apache.ibatis.cursor.Cursor;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/**
 * A MyBatis mapper that reads one kind of row. Implementations repeat the method with the annotations that map its
 * columns; each column is named with its Java type, which costs a fifth of what MyBatis' automatic mapping costs.
 *
 * @param <R> the record of a row
 */
public interface RowMapper<R> {
    /** The rows, streamed; the caller closes the cursor. */
    Cursor<R> select(SelectStatementProvider select);
}
