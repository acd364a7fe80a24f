package dev.tidemark.sql;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.ResultFlag;
import org.apache.ibatis.mapping.ResultMap;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.LanguageDriver;
import org.apache.ibatis.scripting.defaults.RawLanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/**
 * How rows become records: the columns in order are the arguments of the record's constructor, whose types say how each
 * is read. It is the one reader of all tables; MyBatis does the work, without a mapper for each.
 *
 * @param name the name of the statement in MyBatis, unlike any other's
 * @param row the record
 * @param columns the columns, as many as the record has components and in their order
 * @param <R> the record of a row
 */
public record RowType<R>(String name, Class<R> row, List<SqlColumn<?>> columns) {
    private static final LanguageDriver LANGUAGE = new RawLanguageDriver();

    /** The rows that {@code select} finds, streamed; the caller closes the cursor. */
    public Cursor<R> select(SqlSession session, SelectStatementProvider select) {
        register(session.getConfiguration());
        return session.selectCursor(name, select);
    }

    private void register(Configuration configuration) {
        synchronized (configuration) {
            if (!configuration.hasStatement(name, false)) {
                // The text differs from query to query; the parameters are the query's own.
                SqlSource text = query -> LANGUAGE.createSqlSource(
                                configuration, ((SelectStatementProvider) query).getSelectStatement(), Map.class)
                        .getBoundSql(query);
                configuration.addMappedStatement(
                        new MappedStatement.Builder(configuration, name, text, SqlCommandType.SELECT)
                                .resultMaps(List.of(resultMap(configuration)))
                                .build());
            }
        }
    }

    private ResultMap resultMap(Configuration configuration) {
        Constructor<?>[] constructors = row.getDeclaredConstructors();
        Class<?>[] types = constructors[0].getParameterTypes();
        if (constructors.length != 1 || types.length != columns.size()) {
            throw new IllegalStateException(
                    row.getSimpleName() + " is not made of " + columns.stream().map(SqlColumn::name).toList());
        }
        List<ResultMapping> arguments = IntStream.range(0, types.length)
                .mapToObj(index -> new ResultMapping.Builder(
                                configuration, null, columns.get(index).name(), types[index])
                        .flags(List.of(ResultFlag.CONSTRUCTOR))
                        .build())
                .toList();
        return new ResultMap.Builder(configuration, name, row, arguments).build();
    }
}
