package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table film_category. */
public final class FilmCategoryTable extends SourceTable<FilmCategory> {
    public static final FilmCategoryTable FILM_CATEGORY = new FilmCategoryTable();

    public final SqlColumn<Long> filmId = key("film_id", FilmCategory::filmId);
    public final SqlColumn<Long> categoryId = key("category_id", FilmCategory::categoryId);
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private FilmCategoryTable() {
        super("film_category", FilmCategory.class, 16);
    }
}
