package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table film_category. */
public final class FilmCategoryTable extends SourceTable<FilmCategoryTable.FilmCategory> {
    /**
     * A film's place in a category.
     *
     * @param filmId natural key, with the category
     */
    public record FilmCategory(long filmId, long categoryId) {}

    public static final FilmCategoryTable FILM_CATEGORY = new FilmCategoryTable();

    public final Column<Long> filmId = key("film_id", FilmCategory::filmId);
    public final Column<Long> categoryId = key("category_id", FilmCategory::categoryId);
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private FilmCategoryTable() {
        super("film_category", row -> new FilmCategory(row.number(), row.number()), 16);
    }
}
