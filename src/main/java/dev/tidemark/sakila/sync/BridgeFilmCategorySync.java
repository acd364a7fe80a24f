package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.FilmCategoryTable.FILM_CATEGORY;
import static dev.tidemark.sakila.star.BridgeFilmCategoryTable.BRIDGE_FILM_CATEGORY;

import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.Reference;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.CategoryTable;
import dev.tidemark.sakila.source.FilmCategory;
import dev.tidemark.sakila.source.FilmCategoryTable;
import dev.tidemark.sakila.source.FilmTable;
import dev.tidemark.sakila.star.BridgeFilmCategory;
import dev.tidemark.sakila.star.BridgeFilmCategoryTable;
import dev.tidemark.sakila.star.DimCategoryTable;
import dev.tidemark.sakila.star.DimFilmTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Which film is in which category. */
@Singleton
public final class BridgeFilmCategorySync implements SourceSync<FilmCategory, BridgeFilmCategory> {
    @Override
    public SourceTable<FilmCategory> source() {
        return FilmCategoryTable.ROWS;
    }

    @Override
    public TargetTable<BridgeFilmCategory> target() {
        return BridgeFilmCategoryTable.ROWS;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to(FILM_CATEGORY.filmId, FilmTable.ROWS).keyOf(DimFilmTable.ROWS, BRIDGE_FILM_CATEGORY.filmKey),
                Reference.to(FILM_CATEGORY.categoryId, CategoryTable.ROWS).keyOf(DimCategoryTable.ROWS, BRIDGE_FILM_CATEGORY.categoryKey));
    }

    @Override
    public Function<FilmCategory, BridgeFilmCategory> mapping(Lookups lookups) {
        LongFunction<Long> films = lookups.surrogateKeys(DimFilmTable.ROWS);
        LongFunction<Long> categories = lookups.surrogateKeys(DimCategoryTable.ROWS);
        return row -> new BridgeFilmCategory(
                films.apply(row.filmId()), categories.apply(row.categoryId()), row.filmId(), row.categoryId());
    }

    // A source without foreign keys may have rows of which an end is missing.
    @Override
    public boolean requiresReferences() {
        return true;
    }
}
