package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.io.Serializable;
import java.time.LocalDateTime;

/** Sakila's table language. */
public final class LanguageTable extends SourceTable<LanguageTable.Language> {
    /**
     * A language of films.
     *
     * @param languageId natural key
     */
    public record Language(long languageId, String name) implements Serializable {}

    public static final LanguageTable LANGUAGE = new LanguageTable();

    public final Column<Long> languageId = key("language_id", Language::languageId);
    public final Column<String> name = text("name");
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private LanguageTable() {
        super("language", row -> new Language(row.number(), row.text()), 1);
    }
}
