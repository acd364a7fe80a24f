package dev.tidemark.sql;

import java.sql.CallableStatement;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.type.JdbcType;
import org.apache.ibatis.type.TypeHandler;

/** Has {@link RuntimeMapper} read each row as an array of values, in the order of the query's columns. */
public final class RuntimeRows implements TypeHandler<Object[]> {
    /** All values as text. */
    public static final Reading TEXT = ResultSet::getString;

    private final Reading reading;

    private RuntimeRows(Reading reading) {
        this.reading = reading;
    }

    /** Reads a value of a row. */
    @FunctionalInterface
    public interface Reading {
        /** The value of this column, which counts from 1. */
        Object value(ResultSet row, int column) throws SQLException;
    }

    /** Registers the mapper in {@code configuration} if it is missing; its rows are read with {@code reading}. */
    public static void register(Configuration configuration, Reading reading) {
        if (configuration.hasMapper(RuntimeMapper.class)) {
            return;
        }
        configuration.getTypeHandlerRegistry().register(Object[].class, new RuntimeRows(reading));
        Mappers.register(configuration, RuntimeMapper.class);
    }

    // MyBatis takes a row whose type has a handler for a row of one column, and names the first.
    @Override
    public Object[] getResult(ResultSet row, String first) throws SQLException {
        Object[] values = new Object[row.getMetaData().getColumnCount()];
        for (int index = 0; index < values.length; index++) {
            values[index] = reading.value(row, index + 1);
        }
        return values;
    }

    @Override
    public Object[] getResult(ResultSet row, int first) throws SQLException {
        return getResult(row, "");
    }

    @Override
    public Object[] getResult(CallableStatement call, int column) {
        throw new UnsupportedOperationException("No procedure is called");
    }

    @Override
    public void setParameter(PreparedStatement statement, int index, Object[] row, JdbcType type) {
        throw new UnsupportedOperationException("A row is no parameter");
    }
}
