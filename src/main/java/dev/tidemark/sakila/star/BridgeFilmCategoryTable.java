package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's table bridge_film_category. */
public final class BridgeFilmCategoryTable extends TargetTable<BridgeFilmCategoryTable.BridgeFilmCategory> {
    /**
     * A film's place in a category.
     *
     * @param filmKey surrogate key of the film; null if the warehouse lacks the film, and then never written
     * @param categoryKey surrogate key of the category
     * @param filmId natural key, with the category
     */
    public record BridgeFilmCategory(Long filmKey, Long categoryKey, long filmId, long categoryId) {}

    public static final BridgeFilmCategoryTable BRIDGE_FILM_CATEGORY = new BridgeFilmCategoryTable();

    public final Column<Long> filmKey = number("film_key", BridgeFilmCategory::filmKey);
    public final Column<Long> categoryKey = number("category_key", BridgeFilmCategory::categoryKey);
    public final Column<Long> filmId = key("film_id", BridgeFilmCategory::filmId);
    public final Column<Long> categoryId = key("category_id", BridgeFilmCategory::categoryId);

    private BridgeFilmCategoryTable() {
        super("bridge_film_category", row -> new BridgeFilmCategory(
                row.numberOrNull(), row.numberOrNull(), row.number(), row.number()));
    }
}
