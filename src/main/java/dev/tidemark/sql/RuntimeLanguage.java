package dev.tidemark.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
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
                    ParameterBinding.bind(statement, index++, value);
                }
            }
        };
    }
}
