package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table language. */
public final class LanguageTable extends SqlTable {
    public static final LanguageTable LANGUAGE = new LanguageTable();

    /** How its rows are read. */
    public static final SourceTable<Language> ROWS = SourceTable.of(
            LANGUAGE,
            KeyColumns.of(LANGUAGE.languageId),
            LANGUAGE.lastUpdate,
            List.of(LANGUAGE.languageId, LANGUAGE.name),
            LanguageMapper.class,
            row -> Key.of(row.languageId()))
            .inRangesOf(1);

    public final SqlColumn<Long> languageId = column("language_id", JDBCType.BIGINT);
    public final SqlColumn<String> name = column("name", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private LanguageTable() {
        super("language");
    }
}
