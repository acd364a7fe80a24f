package dev.tidemark.sql;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.apache.ibatis.executor.parameter.ParameterHandler;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.defaults.RawLanguageDriver;
import org.apache.ibatis.session.Configuration;

/**
 * Has MyBatis take text and parameters of a statement from its argument, a {@link RuntimeStatement}. The text is no
 * template, so nothing in the name of a table means anything to MyBatis.
 */
public final class RuntimeLanguage extends RawLanguageDriver {
    /** Stands for the text in annotations. */
    static final String TEXT = "the statement's own";

    @Override
    public SqlSource createSqlSource(Configuration configuration, String text, Class<?> parameterType) {
        return argument -> new BoundSql(configuration, ((RuntimeStatement) argument).text(), List.of(), argument);
    }

    @Override
    public ParameterHandler createParameterHandler(MappedStatement mapped, Object argument, BoundSql boundSql) {
        return new ParameterHandler() {
            @Override
            public Object getParameterObject() {
                return argument;
            }

            @Override
            public void setParameters(PreparedStatement statement) throws SQLException {
                int index = 1;
                for (Object value : ((RuntimeStatement) argument).parameters()) {
                    bind(statement, index++, value);
                }
            }
        };
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof String text) {
            statement.setString(index, text);
        } else if (value instanceof Integer number) {
            statement.setInt(index, number);
        } else if (value instanceof Double number) {
            statement.setDouble(index, number);
        } else if (value instanceof BigDecimal number) {
            statement.setBigDecimal(index, number);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else if (value instanceof String[] texts) {
            statement.setArray(index, statement.getConnection().createArrayOf("text", texts));
        } else {
            statement.setObject(index, value);
        }
    }
}
