package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table bridge_film_category. */
public final class BridgeFilmCategoryTable extends TargetTable<BridgeFilmCategory> {
    public static final BridgeFilmCategoryTable BRIDGE_FILM_CATEGORY = new BridgeFilmCategoryTable();

    public final SqlColumn<Long> filmKey = number("film_key", BridgeFilmCategory::filmKey);
    public final SqlColumn<Long> categoryKey = number("category_key", BridgeFilmCategory::categoryKey);
    public final SqlColumn<Long> filmId = key("film_id", BridgeFilmCategory::filmId);
    public final SqlColumn<Long> categoryId = key("category_id", BridgeFilmCategory::categoryId);

    private BridgeFilmCategoryTable() {
        super("bridge_film_category", BridgeFilmCategory.class);
    }
}
