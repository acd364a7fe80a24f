package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.math.BigDecimal;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table film. */
public final class FilmTable extends SqlTable {
    public static final FilmTable FILM = new FilmTable();

    /** How its rows are read. */
    public static final SourceTable<Film> ROWS = SourceTable.of(
            FILM,
            KeyColumns.of(FILM.filmId),
            FILM.lastUpdate,
            List.of(
                    FILM.filmId, FILM.title, FILM.description, FILM.releaseYear, FILM.languageId,
                    FILM.originalLanguageId, FILM.rentalDuration, FILM.rentalRate, FILM.length, FILM.replacementCost,
                    FILM.rating, FILM.specialFeatures, FILM.lastUpdate),
            FilmMapper.class,
            row -> Key.of(row.filmId()));

    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<String> title = column("title", JDBCType.VARCHAR);
    public final SqlColumn<String> description = column("description", JDBCType.VARCHAR);
    public final SqlColumn<Integer> releaseYear = column("release_year", JDBCType.INTEGER);
    public final SqlColumn<Long> languageId = column("language_id", JDBCType.BIGINT);
    public final SqlColumn<Long> originalLanguageId = column("original_language_id", JDBCType.BIGINT);
    public final SqlColumn<Long> rentalDuration = column("rental_duration", JDBCType.BIGINT);
    public final SqlColumn<BigDecimal> rentalRate = column("rental_rate", JDBCType.DECIMAL);
    public final SqlColumn<Integer> length = column("length", JDBCType.INTEGER);
    public final SqlColumn<BigDecimal> replacementCost = column("replacement_cost", JDBCType.DECIMAL);
    public final SqlColumn<String> rating = column("rating", JDBCType.VARCHAR);
    public final SqlColumn<String> specialFeatures = column("special_features", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private FilmTable() {
        super("film");
    }
}
