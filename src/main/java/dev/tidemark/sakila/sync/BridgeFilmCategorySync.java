package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.CategoryTable.CATEGORY;
import static dev.tidemark.sakila.source.FilmCategoryTable.FILM_CATEGORY;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.star.BridgeFilmCategoryTable.BRIDGE_FILM_CATEGORY;
import static dev.tidemark.sakila.star.DimCategoryTable.DIM_CATEGORY;
import static dev.tidemark.sakila.star.DimFilmTable.DIM_FILM;

import dev.tidemark.sakila.source.FilmCategoryTable.FilmCategory;
import dev.tidemark.sakila.star.BridgeFilmCategoryTable.BridgeFilmCategory;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Which film is in which category. */
@Singleton
public final class BridgeFilmCategorySync implements SourceSync<FilmCategory, BridgeFilmCategory> {
    @Override
    public SourceTable<FilmCategory> source() {
        return FILM_CATEGORY;
    }

    @Override
    public TargetTable<BridgeFilmCategory> target() {
        return BRIDGE_FILM_CATEGORY;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to(FILM_CATEGORY.filmId, FILM).keyOf(DIM_FILM, BRIDGE_FILM_CATEGORY.filmKey),
                Reference.to(FILM_CATEGORY.categoryId, CATEGORY).keyOf(DIM_CATEGORY, BRIDGE_FILM_CATEGORY.categoryKey));
    }

    @Override
    public Function<FilmCategory, BridgeFilmCategory> mapping(Lookups lookups) {
        LongFunction<Long> films = lookups.surrogateKeys(DIM_FILM);
        LongFunction<Long> categories = lookups.surrogateKeys(DIM_CATEGORY);
        return row -> new BridgeFilmCategory(
                films.apply(row.filmId()), categories.apply(row.categoryId()), row.filmId(), row.categoryId());
    }

    // A source without foreign keys may have rows whose film or category is missing.
    @Override
    public boolean requiresReferences() {
        return true;
    }
}
