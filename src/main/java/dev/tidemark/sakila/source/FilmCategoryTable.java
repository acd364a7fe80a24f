package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table film_category. */
public final class FilmCategoryTable extends SqlTable {
    public static final FilmCategoryTable FILM_CATEGORY = new FilmCategoryTable();

    /** How its rows are read. */
    public static final SourceTable<FilmCategory> ROWS = SourceTable.of(
            FILM_CATEGORY,
            KeyColumns.of(FILM_CATEGORY.filmId, FILM_CATEGORY.categoryId),
            FILM_CATEGORY.lastUpdate,
            List.of(FILM_CATEGORY.filmId, FILM_CATEGORY.categoryId),
            FilmCategoryMapper.class,
            row -> Key.of(row.filmId(), row.categoryId()))
            .inRangesOf(16);

    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> categoryId = column("category_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private FilmCategoryTable() {
        super("film_category");
    }
}
