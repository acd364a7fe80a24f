package dev.tidemark.sql;

import dev.tidemark.table.Table;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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

/** The one reader of all declared tables. MyBatis does the work, without a mapper for each table. */
public final class RowReader {
    private static final LanguageDriver LANGUAGE = new RawLanguageDriver();

    private RowReader() {}

    /** Returns the result of {@code reader} on the rows of {@code table} that {@code select} finds, streamed. */
    public static <R, T> T read(
            SqlSession session, Table<R> table, SelectStatementProvider select, Function<Iterator<R>, T> reader) {
        // A table may be read in more than one way.
        String statement = "rows." + table.getClass().getName();
        register(session.getConfiguration(), statement, table);
        return Cursors.records(session.<RecordBlock<R>>selectCursor(statement, select), reader);
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
        ResultMapping block = new ResultMapping.Builder(
                        configuration, null, table.rowColumns().getFirst().name(), List.class)
                .typeHandler(RecordRows.of(table, configuration))
                .flags(List.of(ResultFlag.CONSTRUCTOR))
                .build();
        return new ResultMap.Builder(configuration, name, RecordBlock.class, List.of(block), false).build();
    }
}
