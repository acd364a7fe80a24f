package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** Sakila's table film. */
public final class FilmTable extends SourceTable<FilmTable.Film> {
    /**
     * A film that the stores rent out.
     *
     * @param filmId natural key
     * @param description may be null
     * @param releaseYear may be null
     * @param originalLanguageId may be null
     * @param rentalDuration days
     * @param length minutes; may be null
     * @param rating may be null
     * @param specialFeatures comma-separated; may be null
     */
    public record Film(
            long filmId,
            String title,
            String description,
            Integer releaseYear,
            long languageId,
            Long originalLanguageId,
            long rentalDuration,
            BigDecimal rentalRate,
            Integer length,
            BigDecimal replacementCost,
            String rating,
            String specialFeatures,
            LocalDateTime lastUpdate) {}

    public static final FilmTable FILM = new FilmTable();

    public final Column<Long> filmId = key("film_id", Film::filmId);
    public final Column<String> title = text("title");
    public final Column<String> description = text("description");
    public final Column<Integer> releaseYear = smallNumber("release_year");
    public final Column<Long> languageId = number("language_id");
    public final Column<Long> originalLanguageId = number("original_language_id");
    public final Column<Long> rentalDuration = number("rental_duration");
    public final Column<BigDecimal> rentalRate = decimal("rental_rate");
    public final Column<Integer> length = smallNumber("length");
    public final Column<BigDecimal> replacementCost = decimal("replacement_cost");
    public final Column<String> rating = text("rating");
    public final Column<String> specialFeatures = text("special_features");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private FilmTable() {
        super("film", row -> new Film(
                row.number(), row.text(), row.textOrNull(), row.smallNumberOrNull(), row.number(), row.numberOrNull(),
                row.number(), row.decimal(), row.smallNumberOrNull(), row.decimal(), row.textOrNull(), row.textOrNull(),
                row.time()));
    }
}
