package dev.tidemark.sqlite;

import static org.mybatis.dynamic.sql.SqlBuilder.countFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotIn;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.sql.Rendered;
import dev.tidemark.sql.ScalarMapper;
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
    /**
     * Whether a row may refer to a missing row; if false, none does. Only a foreign key to a row number is examined: the
     * referring column is read in the order of its index, which is quicker than SQLite's own check.
     */
    boolean mayHaveOrphans(ScalarMapper mapper) {
        return !toRowNumber
                || mapper.number(Rendered.select(countFrom(table(child))
                                .where(
                                        table(child).column(SqliteNames.quoted(column)),
                                        isNotIn(select(table(parent).column(SqliteNames.quoted(parentKey)))
                                                .from(table(parent))))))
                        > 0;
    }

    private static SqlTable table(String name) {
        return SqlTable.of(SqliteNames.quoted(name));
    }
}
