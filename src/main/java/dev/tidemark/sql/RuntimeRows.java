package dev.tidemark.sql;

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
 * Has {@link RuntimeMapper} read each row as an array of values, in the order of the query's columns.
 *
 * @param reading how it reads the result that begins with the current row
 */
public record RuntimeRows<R>(Result<R> reading) implements TypeHandler<R> {
    /** Few: rows of any table may be large. */
    private static final int ROWS_A_BLOCK = 50;

    /** All values as text. */
    public static final Reading TEXT = ResultSet::getString;

    /** Reads a value of a row. */
    @FunctionalInterface
    public interface Reading {
        /** The value of this column, which counts from 1. */
        Object value(ResultSet row, int column) throws SQLException;
    }

    /** Reads a result. */
    @FunctionalInterface
    interface Result<R> {
        R of(ResultSet rows, int width) throws SQLException;
    }

    /** Registers the mapper in {@code configuration} if it is missing; its rows are read with {@code reading}. */
    public static void register(Configuration configuration, Reading reading) {
        if (configuration.hasMapper(RuntimeMapper.class)) {
            return;
        }
        TypeHandlerRegistry handlers = configuration.getTypeHandlerRegistry();
        handlers.register(Object[].class, new RuntimeRows<>((rows, width) -> row(rows, width, reading)));
        handlers.register(RowBlock.class, new RuntimeRows<>((rows, width) -> block(rows, width, reading)));
        Mappers.register(configuration, RuntimeMapper.class);
    }

    private static Object[] row(ResultSet rows, int width, Reading reading) throws SQLException {
        Object[] values = new Object[width];
        for (int index = 0; index < width; index++) {
            values[index] = reading.value(rows, index + 1);
        }
        return values;
    }

    private static RowBlock block(ResultSet rows, int width, Reading reading) throws SQLException {
        List<Object[]> block = new ArrayList<>(ROWS_A_BLOCK);
        do {
            block.add(row(rows, width, reading));
        } while (block.size() < ROWS_A_BLOCK && rows.next());
        return new RowBlock(block);
    }

    // MyBatis takes a result whose type has a handler for a row of one column, and names the first.
    @Override
    public R getResult(ResultSet rows, String first) throws SQLException {
        return reading.of(rows, rows.getMetaData().getColumnCount());
    }

    @Override
    public R getResult(ResultSet rows, int first) throws SQLException {
        return getResult(rows, "");
    }

    @Override
    public R getResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("No procedure is called");
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, R row, JdbcType type) {
        throw new UnsupportedOperationException("A row is no parameter");
    }
}
