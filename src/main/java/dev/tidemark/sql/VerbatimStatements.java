package dev.tidemark.sql;

import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.XMLLanguageDriver;
import org.apache.ibatis.session.Configuration;

/**
 * Takes a statement verbatim. The stored statement of a table or a trigger is not a template: MyBatis would evaluate a
 * <code>${...}</code> in it as an expression.
 */
public final class VerbatimStatements extends XMLLanguageDriver {
    @Override
    public SqlSource createSqlSource(Configuration configuration, String text, Class<?> parameter) {
        return new StaticSqlSource(configuration, text);
    }
}
