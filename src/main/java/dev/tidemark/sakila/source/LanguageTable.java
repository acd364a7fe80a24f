package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table language. */
public final class LanguageTable extends SourceTable<Language> {
    public static final LanguageTable LANGUAGE = new LanguageTable();

    public final SqlColumn<Long> languageId = key("language_id", Language::languageId);
    public final SqlColumn<String> name = text("name");
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private LanguageTable() {
        super("language", Language.class, 1);
    }
}
