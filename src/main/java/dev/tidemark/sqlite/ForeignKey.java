package dev.tidemark.sqlite;

import static org.mybatis.dynamic.sql.SqlBuilder.count;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotNull;
import static org.mybatis.dynamic.sql.SqlBuilder.isNull;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.selectDistinct;

import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.ScalarMapper;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/**
 * A foreign key of a database, or one column of it.
 *
 * @param child the table of the rows that refer
 * @param column the column that refers
 * @param parent the table of the rows that it refers to
 * @param parentKey the column that it refers to; null if the declaration leaves it out
 * @param toRowNumber whether that column alone is the row's number
 */
record ForeignKey(String child, String column, String parent, String parentKey, boolean toRowNumber) {
    private static final String VALUES = "referring_values";

    /**
     * Whether a row may refer to a missing row; if false, none does. Only a foreign key to a row number is examined, by
     * comparing its distinct values with the parent's. In an index, SQLite skips from one value to the next if the
     * statistics say that rows share them.
     */
    boolean mayHaveOrphans(ScalarMapper mapper) {
        if (!toRowNumber) {
            return true;
        }
        SqlColumn<Object> reference = table(child).column(SqliteNames.quoted(column));
        SqlColumn<Object> value = reference.qualifiedWith(VALUES);
        SqlColumn<Object> key = table(parent).column(SqliteNames.quoted(parentKey));
        return mapper.number(Rendered.select(select(count())
                        .from(selectDistinct(reference).from(reference.table()), VALUES)
                        .leftJoin(key.table(), on(value, equalTo(key)))
                        .where(value, isNotNull())
                        .and(key, isNull())))
                > 0;
    }

    private static SqlTable table(String name) {
        return SqlTable.of(SqliteNames.quoted(name));
    }
}
