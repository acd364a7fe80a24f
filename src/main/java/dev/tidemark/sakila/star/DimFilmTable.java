package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_film. */
public final class DimFilmTable extends TargetTable<DimFilm> {
    public static final DimFilmTable DIM_FILM = new DimFilmTable();

    public final SqlColumn<Long> filmKey = surrogateKey("film_key");
    public final SqlColumn<Long> filmId = key("film_id", DimFilm::filmId);
    public final SqlColumn<String> title = text("title", DimFilm::title);
    public final SqlColumn<String> description = text("description", DimFilm::description);
    public final SqlColumn<String> rating = text("rating", DimFilm::rating);
    public final SqlColumn<Integer> length = smallNumber("length", DimFilm::length);
    public final SqlColumn<String> language = text("language", DimFilm::language);
    public final SqlColumn<String> originalLanguage = text("original_language", DimFilm::originalLanguage);
    public final SqlColumn<Integer> releaseYear = smallNumber("release_year", DimFilm::releaseYear);
    public final SqlColumn<Long> rentalDuration = number("rental_duration", DimFilm::rentalDuration);
    public final SqlColumn<Long> rentalRateCents = number("rental_rate_cents", DimFilm::rentalRateCents);
    public final SqlColumn<Long> replacementCostCents = number("replacement_cost_cents", DimFilm::replacementCostCents);
    public final SqlColumn<String> specialFeatures = text("special_features", DimFilm::specialFeatures);
    public final SqlColumn<LocalDateTime> lastUpdate = time("last_update", DimFilm::lastUpdate);

    private DimFilmTable() {
        super("dim_film", DimFilm.class);
    }
}
