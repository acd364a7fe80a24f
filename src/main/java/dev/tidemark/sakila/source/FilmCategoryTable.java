package dev.tidemark.sakila.source;

import static dev.tidemark.sakila.source.CategoryTable.CATEGORY;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/** Sakila's table film_category. */
public final class FilmCategoryTable extends SqlTable {
    public static final FilmCategoryTable FILM_CATEGORY = new FilmCategoryTable();

    /** How its rows are read. */
    public static final SourceTable<FilmCategory> ROWS = new SourceTable<>(
            FILM_CATEGORY,
            KeyColumns.of(FILM_CATEGORY.filmId, FILM_CATEGORY.categoryId),
            FILM_CATEGORY.lastUpdate,
            List.of("film_id", "category_id", "last_update"),
            () -> withBothEnds(select(FILM_CATEGORY.filmId, FILM_CATEGORY.categoryId).from(FILM_CATEGORY)),
            FilmCategoryMapper.class,
            row -> KeyColumns.pack(row.filmId(), row.categoryId()),
            FilmCategoryTable::withBothEnds);

    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> categoryId = column("category_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private FilmCategoryTable() {
        super("film_category");
    }

    // A source without foreign keys may have rows of which an end is missing: they connect nothing.
    private static QueryExpressionDSL<SelectModel> withBothEnds(QueryExpressionDSL<SelectModel> rows) {
        return rows.join(FILM, on(FILM_CATEGORY.filmId, equalTo(FILM.filmId)))
                .join(CATEGORY, on(FILM_CATEGORY.categoryId, equalTo(CATEGORY.categoryId)));
    }
}
