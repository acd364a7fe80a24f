package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table film. */
public final class FilmTable extends SourceTable<Film> {
    public static final FilmTable FILM = new FilmTable();

    public final SqlColumn<Long> filmId = key("film_id", Film::filmId);
    public final SqlColumn<String> title = text("title");
    public final SqlColumn<String> description = text("description");
    public final SqlColumn<Integer> releaseYear = smallNumber("release_year");
    public final SqlColumn<Long> languageId = number("language_id");
    public final SqlColumn<Long> originalLanguageId = number("original_language_id");
    public final SqlColumn<Long> rentalDuration = number("rental_duration");
    public final SqlColumn<BigDecimal> rentalRate = decimal("rental_rate");
    public final SqlColumn<Integer> length = smallNumber("length");
    public final SqlColumn<BigDecimal> replacementCost = decimal("replacement_cost");
    public final SqlColumn<String> rating = text("rating");
    public final SqlColumn<String> specialFeatures = text("special_features");
    public final SqlColumn<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private FilmTable() {
        super("film", Film.class);
    }
}
