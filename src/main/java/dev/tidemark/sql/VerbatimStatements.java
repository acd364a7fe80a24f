package dev.tidemark.sql;

import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;

/**
 * Takes a statement as it stands. What a database keeps of a table or a trigger is no template: MyBatis would take a
 * <code>${...}</code> in it for an expression, and evaluate it.
 */
public final class VerbatimStatements extends XMLLanguageDriver {
    @Override
    public SqlSource createSqlSource(Configuration configuration, String text, Class<?> parameter) {
        return new StaticSqlSource(configuration, text);
    }
}
