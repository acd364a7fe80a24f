package dev.tidemark.sql;

import dev.tidemark.table.Column;
import dev.tidemark.table.Table;
import java.lang.reflect.Constructor;
import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.ibatis.reflection.ReflectionException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;

/**
 * Reads the rows of a table as records: the columns in order are the arguments of the record's constructor, whose types
 * decide how each is read. Columns are found by their positions, which takes less than half of the time that names take.
 *
 * @param constructor the record's
 * @param columns how each column is read
 */
record RecordRows<R>(Constructor<R> constructor, List<TypeHandler<?>> columns) implements TypeHandler<List<R>> {
    /** The reading of {@code table}, with the handlers of {@code configuration}. */
    static <R> RecordRows<R> of(Table<R> table, Configuration configuration) {
        List<Column<?>> columns = table.rowColumns();
        // The class has the constructors of its own type.
        @SuppressWarnings("unchecked")
        Constructor<R>[] constructors = (Constructor<R>[]) table.row().getDeclaredConstructors();
        if (constructors.length != 1 || constructors[0].getParameterCount() != columns.size()) {
            throw new IllegalStateException(table.row().getSimpleName() + " is not made of " + columns);
        }
        constructors[0].setAccessible(true);
        return new RecordRows<>(
                constructors[0],
                Stream.of(constructors[0].getParameterTypes())
                        .<TypeHandler<?>>map(type -> configuration.getTypeHandlerRegistry().getTypeHandler(type))
                        .toList());
    }

    // MyBatis names the first column, and its result stands on the first row.
    @Override
    public List<R> getResult(ResultSet rows, String first) throws SQLException {
        // The pool's proxy would pass on each call.
        ResultSet own = rows.unwrap(ResultSet.class);
        List<R> block = new ArrayList<>(Block.ROWS);
        do {
            block.add(row(own));
        } while (block.size() < Block.ROWS && own.next());
        return block;
    }

    private R row(ResultSet rows) throws SQLException {
        Object[] values = new Object[columns.size()];
        for (int index = 0; index < values.length; index++) {
            values[index] = columns.get(index).getResult(rows, index + 1);
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failure) {
            throw new ReflectionException("Cannot make " + constructor, failure);
        }
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
