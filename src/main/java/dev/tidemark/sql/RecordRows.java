package dev.tidemark.sql;

import dev.tidemark.table.Table;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;
import org.apache.ibatis.type.TypeHandlerRegistry;

/**
 * Reads rows of a table as records. Columns are found by their positions, which takes less than half of the time that
 * names take.
 *
 * @param table the table
 * @param columns how each column is read
 */
record RecordRows<R>(Table<R> table, List<TypeHandler<?>> columns) implements TypeHandler<List<R>> {
    /** Many: MyBatis does much for each block, and the virtual machine compiles what runs often. */
    private static final int ROWS_A_BLOCK = 1_000;

    /** The reading of {@code table}, with the handlers of {@code configuration}. */
    static <R> RecordRows<R> of(Table<R> table, Configuration configuration) {
        TypeHandlerRegistry handlers = configuration.getTypeHandlerRegistry();
        return new RecordRows<>(
                table,
                table.rowColumns().stream()
                        .<TypeHandler<?>>map(column -> handlers.getTypeHandler(column.type().valueType()))
                        .toList());
    }

    // MyBatis names the first column, and its result stands on the first row.
    @Override
    public List<R> getResult(ResultSet rows, String first) throws SQLException {
        // The pool's proxy would pass on each call.
        ResultSet own = rows.unwrap(ResultSet.class);
        List<R> block = new ArrayList<>();
        do {
            block.add(table.recordOf(values(own)));
        } while (block.size() < ROWS_A_BLOCK && own.next());
        return block;
    }

    private Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = columns.get(index).getResult(row, index + 1);
        }
        return values;
    }

    @Override
    public List<R> getResult(ResultSet rows, int first) throws SQLException {
        return getResult(rows, "");
    }

    @Override
    public List<R> getResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("No procedure is called");
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, List<R> rows, JdbcType type) {
        throw new UnsupportedOperationException("Rows are no parameter");
    }
}
