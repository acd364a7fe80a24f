package dev.tidemark.sql;

import dev.tidemark.table.Column;
import dev.tidemark.table.Table;
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
import org.mybatis.dynamic.sql.select.render.SelectStatementProvider;

/**
 * The one reader of all tables: the columns in order are the arguments of the record's constructor, whose types decide
 * how each is read. MyBatis does the work, without a mapper for each table.
 */
public final class RowReader {
    private static final LanguageDriver LANGUAGE = new RawLanguageDriver();

    private RowReader() {}

    /** The rows of {@code table} that {@code select} finds, streamed; the caller closes the cursor. */
    public static <R> Cursor<R> select(SqlSession session, Table<R> table, SelectStatementProvider select) {
        // A table may be read in more than one way.
        String statement = "rows." + table.name() + "." + table.row().getSimpleName();
        register(session.getConfiguration(), statement, table);
        return session.selectCursor(statement, select);
    }

    private static void register(Configuration configuration, String statement, Table<?> table) {
        synchronized (configuration) {
            if (!configuration.hasStatement(statement, false)) {
                // The text differs from query to query; the parameters are the query's own.
                SqlSource text = query -> LANGUAGE.createSqlSource(
                                configuration, ((SelectStatementProvider) query).getSelectStatement(), Map.class)
                        .getBoundSql(query);
                configuration.addMappedStatement(
                        new MappedStatement.Builder(configuration, statement, text, SqlCommandType.SELECT)
                                .resultMaps(List.of(resultMap(configuration, statement, table)))
                                .build());
            }
        }
    }

    private static ResultMap resultMap(Configuration configuration, String name, Table<?> table) {
        List<Column<?>> columns = table.rowColumns();
        Constructor<?>[] constructors = table.row().getDeclaredConstructors();
        Class<?>[] types = constructors[0].getParameterTypes();
        if (constructors.length != 1 || types.length != columns.size()) {
            throw new IllegalStateException(table.row().getSimpleName() + " is not made of " + columns);
        }
        List<ResultMapping> arguments = IntStream.range(0, types.length)
                .mapToObj(index -> new ResultMapping.Builder(
                                configuration, null, columns.get(index).name(), types[index])
                        .flags(List.of(ResultFlag.CONSTRUCTOR))
                        .build())
                .toList();
        return new ResultMap.Builder(configuration, name, table.row(), arguments).build();
    }
}
