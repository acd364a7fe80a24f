package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.source.LanguageTable.LANGUAGE;
import static dev.tidemark.sakila.star.DimFilmTable.DIM_FILM;

import dev.tidemark.sakila.source.FilmTable.Film;
import dev.tidemark.sakila.source.LanguageTable.Language;
import dev.tidemark.sakila.star.DimFilmTable.DimFilm;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Films, with the names of their languages. */
@Singleton
public final class DimFilmSync implements SourceSync<Film, DimFilm> {
    @Override
    public SourceTable<Film> source() {
        return FILM;
    }

    @Override
    public TargetTable<DimFilm> target() {
        return DIM_FILM;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to(FILM.languageId, LANGUAGE),
                Reference.to(FILM.originalLanguageId, LANGUAGE));
    }

    @Override
    public Function<Film, DimFilm> mapping(Lookups lookups) {
        LongFunction<Language> languages = lookups.rows(LANGUAGE);
        return film -> new DimFilm(
                film.filmId(),
                film.title(),
                film.description(),
                film.rating(),
                film.length(),
                name(languages, film.languageId()),
                name(languages, film.originalLanguageId()),
                film.releaseYear(),
                film.rentalDuration(),
                Values.cents(film.rentalRate()),
                Values.cents(film.replacementCost()),
                film.specialFeatures(),
                film.lastUpdate());
    }

    // The name is a CHAR, which some servers pad with spaces.
    private static String name(LongFunction<Language> languages, Long languageId) {
        Language language = languageId == null ? null : languages.apply(languageId);
        return language == null ? null : language.name().replaceFirst(" +$", "");
    }
}
