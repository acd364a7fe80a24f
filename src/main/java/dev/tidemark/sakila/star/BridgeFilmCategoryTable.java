package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table bridge_film_category. */
public final class BridgeFilmCategoryTable extends SqlTable {
    public static final BridgeFilmCategoryTable BRIDGE_FILM_CATEGORY = new BridgeFilmCategoryTable();

    /** How its rows are written and read. */
    public static final TargetTable<BridgeFilmCategory> ROWS = new TargetTable<>(
            BRIDGE_FILM_CATEGORY,
            KeyColumns.of(BRIDGE_FILM_CATEGORY.filmId, BRIDGE_FILM_CATEGORY.categoryId),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(BRIDGE_FILM_CATEGORY.filmKey, "filmKey", BridgeFilmCategory::filmKey),
                    new TargetColumn<>(
                            BRIDGE_FILM_CATEGORY.categoryKey, "categoryKey", BridgeFilmCategory::categoryKey),
                    new TargetColumn<>(BRIDGE_FILM_CATEGORY.filmId, "filmId", BridgeFilmCategory::filmId),
                    new TargetColumn<>(BRIDGE_FILM_CATEGORY.categoryId, "categoryId", BridgeFilmCategory::categoryId)),
            BridgeFilmCategoryMapper.class,
            row -> Key.of(row.filmId(), row.categoryId()));

    public final SqlColumn<Long> filmKey = column("film_key", JDBCType.BIGINT);
    public final SqlColumn<Long> categoryKey = column("category_key", JDBCType.BIGINT);
    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> categoryId = column("category_id", JDBCType.BIGINT);

    private BridgeFilmCategoryTable() {
        super("bridge_film_category");
    }
}
