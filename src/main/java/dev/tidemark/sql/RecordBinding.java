package dev.tidemark.sql;

import dev.tidemark.table.TargetColumn;
import dev.tidemark.table.UtcText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
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
                // The pool's proxy would pass on each call.
                PreparedStatement own = parameters.unwrap(PreparedStatement.class);
                int parameter = 1;
                for (int index = 0; index < rows.size(); index++) {
                    if (index > 0 && index % SeveralRows.COUNT == 0) {
                        // MyBatis itself does this for the last ones.
                        own.addBatch();
                        parameter = 1;
                    }
                    T each = rows.get(index);
                    for (TargetColumn<T> column : columns) {
                        ParameterBinding.bind(own, parameter++, stored(column.value().apply(each)));
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

    // Times are kept as text, and truth values as numbers.
    private static Object stored(Object value) {
        if (value == null || value instanceof Long || value instanceof Integer || value instanceof String) {
            return value;
        }
        if (value instanceof LocalDateTime time) {
            return UtcText.format(time);
        }
        if (value instanceof Boolean truth) {
            return truth ? 1 : 0;
        }
        throw new IllegalStateException("No column holds a " + value.getClass());
    }
}
