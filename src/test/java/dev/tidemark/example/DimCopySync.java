package dev.tidemark.example;

import static dev.tidemark.example.DimCopyTable.DIM_COPY;
import static dev.tidemark.example.FilmCopyTable.COPY;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.source.StoreTable.STORE;
import static dev.tidemark.sakila.star.DimFilmTable.DIM_FILM;
import static dev.tidemark.sakila.star.DimStoreTable.DIM_STORE;

import dev.tidemark.example.DimCopyTable.DimCopy;
import dev.tidemark.example.FilmCopyTable.FilmCopy;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Copies of films and the stores that have them. */
@Singleton
@Requires(property = "tidemark.test.example") // in the tests alone
public final class DimCopySync implements SourceSync<FilmCopy, DimCopy> {
    @Override
    public SourceTable<FilmCopy> source() {
        return COPY;
    }

    @Override
    public TargetTable<DimCopy> target() {
        return DIM_COPY;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to(COPY.filmId, FILM).keyOf(DIM_FILM, DIM_COPY.filmKey),
                Reference.to(COPY.storeId, STORE).keyOf(DIM_STORE, DIM_COPY.storeKey));
    }

    @Override
    public Function<FilmCopy, DimCopy> mapping(Lookups lookups) {
        LongFunction<Long> films = lookups.surrogateKeys(DIM_FILM);
        LongFunction<Long> stores = lookups.surrogateKeys(DIM_STORE);
        return copy -> new DimCopy(
                copy.inventoryId(), films.apply(copy.filmId()), stores.apply(copy.storeId()), copy.lastUpdate());
    }
}
