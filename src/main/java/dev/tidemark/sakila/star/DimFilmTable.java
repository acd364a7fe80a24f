package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_film. */
public final class DimFilmTable extends SqlTable {
    public static final DimFilmTable DIM_FILM = new DimFilmTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimFilm> ROWS = new TargetTable<>(
            DIM_FILM,
            KeyColumns.of(DIM_FILM.filmId),
            Optional.of(DIM_FILM.filmKey),
            List.of(
                    new TargetColumn<>(DIM_FILM.filmId, "filmId", DimFilm::filmId),
                    new TargetColumn<>(DIM_FILM.title, "title", DimFilm::title),
                    new TargetColumn<>(DIM_FILM.description, "description", DimFilm::description),
                    new TargetColumn<>(DIM_FILM.rating, "rating", DimFilm::rating),
                    new TargetColumn<>(DIM_FILM.length, "length", DimFilm::length),
                    new TargetColumn<>(DIM_FILM.language, "language", DimFilm::language),
                    new TargetColumn<>(DIM_FILM.originalLanguage, "originalLanguage", DimFilm::originalLanguage),
                    new TargetColumn<>(DIM_FILM.releaseYear, "releaseYear", DimFilm::releaseYear),
                    new TargetColumn<>(DIM_FILM.rentalDuration, "rentalDuration", DimFilm::rentalDuration),
                    new TargetColumn<>(DIM_FILM.rentalRateCents, "rentalRateCents", DimFilm::rentalRateCents),
                    new TargetColumn<>(
                            DIM_FILM.replacementCostCents, "replacementCostCents", DimFilm::replacementCostCents),
                    new TargetColumn<>(DIM_FILM.specialFeatures, "specialFeatures", DimFilm::specialFeatures),
                    new TargetColumn<>(DIM_FILM.lastUpdate, "lastUpdate", DimFilm::lastUpdate)),
            DimFilmMapper.class,
            row -> Key.of(row.filmId()));

    public final SqlColumn<Long> filmKey = column("film_key", JDBCType.BIGINT);
    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<String> title = column("title", JDBCType.VARCHAR);
    public final SqlColumn<String> description = column("description", JDBCType.VARCHAR);
    public final SqlColumn<String> rating = column("rating", JDBCType.VARCHAR);
    public final SqlColumn<Integer> length = column("length", JDBCType.INTEGER);
    public final SqlColumn<String> language = column("language", JDBCType.VARCHAR);
    public final SqlColumn<String> originalLanguage = column("original_language", JDBCType.VARCHAR);
    public final SqlColumn<Integer> releaseYear = column("release_year", JDBCType.INTEGER);
    public final SqlColumn<Long> rentalDuration = column("rental_duration", JDBCType.BIGINT);
    public final SqlColumn<Long> rentalRateCents = column("rental_rate_cents", JDBCType.BIGINT);
    public final SqlColumn<Long> replacementCostCents = column("replacement_cost_cents", JDBCType.BIGINT);
    public final SqlColumn<String> specialFeatures = column("special_features", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.VARCHAR);

    private DimFilmTable() {
        super("dim_film");
    }
}
