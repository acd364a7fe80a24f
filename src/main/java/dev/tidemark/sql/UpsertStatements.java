package dev.tidemark.sql;

import static java.util.stream.Collectors.joining;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetColumn;
import dev.tidemark.table.TargetTable;
import java.util.Collections;
import java.util.List;
import org.apache.ibatis.builder.StaticSqlSource;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.LanguageDriver;
import org.apache.ibatis.session.Configuration;
import org.mybatis.dynamic.sql.SqlBuilder;
import org.mybatis.dynamic.sql.insert.BatchInsertDSL;
import org.mybatis.dynamic.sql.render.RenderingStrategies;

/**
 * The inserts and the upsert of each target table, as MyBatis statements. They are rendered by the DSL and registered
 * once: a provider method would have MyBatis render and parse the text for each row. The DSL cannot express SQLite's
 * upsert, so this class writes that clause from the columns.
 */
public final class UpsertStatements {
    private UpsertStatements() {}

    /**
     * Registers the statements of {@code target} if they are missing. They take the record of a row, or several
     * records.
     */
    public static <T> void register(Configuration configuration, TargetTable<T> target) {
        if (configuration.hasStatement(insertId(target), false)) {
            return;
        }
        RecordBinding<T> binding = new RecordBinding<>(target.columns());
        String insert = insertText(target);
        String row = insert.substring(insert.lastIndexOf('('));
        String several = insert + (", " + row).repeat(SeveralRows.COUNT - 1);
        configuration.addMappedStatement(statement(configuration, insertId(target), insert, binding));
        configuration.addMappedStatement(statement(configuration, insertSeveralId(target), several, binding));
        configuration.addMappedStatement(statement(configuration, upsertId(target), upsertText(target), binding));
    }

    /** The name of the statement that inserts a row and fails if its natural key exists. */
    public static String insertId(TargetTable<?> target) {
        return "insert." + target.name();
    }

    /** The name of the statement that inserts {@link SeveralRows} and fails if a natural key exists. */
    public static String insertSeveralId(TargetTable<?> target) {
        return "insert.several." + target.name();
    }

    /** The name of the statement that inserts a row or updates the one with its natural key, if they differ. */
    public static String upsertId(TargetTable<?> target) {
        return "upsert." + target.name();
    }

    /**
     * The text of the upsert. Its condition is null-safe and skips equal rows, so the update count tells whether a row
     * was inserted or changed. The surrogate key is not among the columns, so it stays.
     */
    static <T> String upsertText(TargetTable<T> target) {
        List<String> key = target.keyColumns().stream().map(Column::name).toList();
        List<String> others = target.columns().stream()
                .map(TargetColumn::name)
                .filter(name -> !key.contains(name))
                .toList();
        String set = others.stream().map(name -> name + " = excluded." + name).collect(joining(", "));
        String current = others.stream().map(name -> target.name() + "." + name).collect(joining(", "));
        String proposed = others.stream().map(name -> "excluded." + name).collect(joining(", "));
        return insertText(target) + " on conflict (" + String.join(", ", key) + ") do update set " + set + " where ("
                + current + ") is not (" + proposed + ")";
    }

    private static <T> String insertText(TargetTable<T> target) {
        // The DSL needs a record, but the text does not depend on it.
        SqlTables tables = new SqlTables();
        BatchInsertDSL<T> insert =
                SqlBuilder.<T>insertBatch(Collections.singletonList(null)).into(tables.of(target));
        for (TargetColumn<T> column : target.columns()) {
            insert = insert.map(tables.of(column.column())).toProperty(column.name());
        }
        return insert.build().render(RenderingStrategies.MYBATIS3).getInsertStatementSQL();
    }

    private static MappedStatement statement(
            Configuration configuration, String id, String text, LanguageDriver binding) {
        SqlSource source = new StaticSqlSource(configuration, text.replaceAll("#\\{[^}]*}", "?"));
        return new MappedStatement.Builder(configuration, id, source, SqlCommandType.INSERT)
                .lang(binding)
                .build();
    }
}
