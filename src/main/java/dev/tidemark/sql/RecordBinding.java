package dev.tidemark.sql;

import dev.tidemark.table.TargetColumn;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.scripting.defaults.RawLanguageDriver;

/**
 * Binds the records of one or several rows to the parameters of a statement with the columns' own functions. MyBatis
 * would find each property of each row by reflection, which is most of the cost of writing a row.
 *
 * @param <T> the record of a row
 */
final class RecordBinding<T> extends RawLanguageDriver {
    private final List<TargetColumn<T>> columns;

    RecordBinding(List<TargetColumn<T>> columns) {
        this.columns = columns;
    }

    @Override
    public ParameterHandler createParameterHandler(MappedStatement statement, Object row, BoundSql boundSql) {
        List<T> rows = rowsOf(row);
        return new ParameterHandler() {
            @Override
            public Object getParameterObject() {
                return row;
            }

            @Override
            public void setParameters(PreparedStatement parameters) throws SQLException {
                int parameter = 1;
                for (T each : rows) {
                    for (TargetColumn<T> column : columns) {
                        bind(parameters, parameter++, column.value().apply(each));
                    }
                }
            }
        };
    }

    // The statement is registered for rows of this table alone.
    @SuppressWarnings("unchecked")
    private List<T> rowsOf(Object parameter) {
        return parameter instanceof SeveralRows<?> several ? (List<T>) several.rows() : List.of((T) parameter);
    }

    private static void bind(PreparedStatement parameters, int index, Object value) throws SQLException {
        // No switch: linking a switch over types takes longer than binding a thousand rows.
        if (value == null) {
            parameters.setNull(index, Types.NULL);
        } else if (value instanceof Long number) {
            parameters.setLong(index, number);
        } else if (value instanceof Integer number) {
            parameters.setInt(index, number);
        } else if (value instanceof String text) {
            parameters.setString(index, text);
        } else if (value instanceof LocalDateTime time) {
            parameters.setString(index, UtcText.format(time));
        } else if (value instanceof Boolean truth) {
            parameters.setInt(index, truth ? 1 : 0);
        } else {
            throw new IllegalStateException("No column holds a " + value.getClass());
        }
    }
}
