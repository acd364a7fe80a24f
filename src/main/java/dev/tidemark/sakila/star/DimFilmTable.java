package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_film. */
public final class DimFilmTable extends TargetTable<DimFilmTable.DimFilm> {
    /**
     * A film.
     *
     * @param filmId natural key
     * @param description may be null
     * @param rating may be null
     * @param length minutes; may be null
     * @param language the language's name; null where the source has no such language
     * @param originalLanguage may be null
     * @param releaseYear may be null
     * @param rentalDuration days
     * @param specialFeatures comma-separated; may be null
     * @param lastUpdate UTC
     */
    public record DimFilm(
            long filmId,
            String title,
            String description,
            String rating,
            Integer length,
            String language,
            String originalLanguage,
            Integer releaseYear,
            long rentalDuration,
            long rentalRateCents,
            long replacementCostCents,
            String specialFeatures,
            LocalDateTime lastUpdate) {}

    public static final DimFilmTable DIM_FILM = new DimFilmTable();

    public final Column<Long> filmKey = surrogateKey("film_key");
    public final Column<Long> filmId = key("film_id", DimFilm::filmId);
    public final Column<String> title = text("title", DimFilm::title);
    public final Column<String> description = text("description", DimFilm::description);
    public final Column<String> rating = text("rating", DimFilm::rating);
    public final Column<Integer> length = smallNumber("length", DimFilm::length);
    public final Column<String> language = text("language", DimFilm::language);
    public final Column<String> originalLanguage = text("original_language", DimFilm::originalLanguage);
    public final Column<Integer> releaseYear = smallNumber("release_year", DimFilm::releaseYear);
    public final Column<Long> rentalDuration = number("rental_duration", DimFilm::rentalDuration);
    public final Column<Long> rentalRateCents = cents("rental_rate_cents", DimFilm::rentalRateCents);
    public final Column<Long> replacementCostCents = cents("replacement_cost_cents", DimFilm::replacementCostCents);
    public final Column<String> specialFeatures = text("special_features", DimFilm::specialFeatures);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimFilm::lastUpdate);

    private DimFilmTable() {
        super("dim_film", row -> new DimFilm(
                row.number(), row.text(), row.textOrNull(), row.textOrNull(), row.smallNumberOrNull(),
                row.textOrNull(), row.textOrNull(), row.smallNumberOrNull(), row.number(), row.number(), row.number(),
                row.textOrNull(), row.time()));
    }
}
