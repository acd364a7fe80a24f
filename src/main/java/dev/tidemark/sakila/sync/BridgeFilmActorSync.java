package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.ActorTable.ACTOR;
import static dev.tidemark.sakila.source.FilmActorTable.FILM_ACTOR;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.star.BridgeFilmActorTable.BRIDGE_FILM_ACTOR;
import static dev.tidemark.sakila.star.DimActorTable.DIM_ACTOR;
import static dev.tidemark.sakila.star.DimFilmTable.DIM_FILM;

import dev.tidemark.sakila.source.FilmActorTable.FilmActor;
import dev.tidemark.sakila.star.BridgeFilmActorTable.BridgeFilmActor;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.Reference;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Who plays in which film. */
@Singleton
public final class BridgeFilmActorSync implements SourceSync<FilmActor, BridgeFilmActor> {
    @Override
    public SourceTable<FilmActor> source() {
        return FILM_ACTOR;
    }

    @Override
    public TargetTable<BridgeFilmActor> target() {
        return BRIDGE_FILM_ACTOR;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to(FILM_ACTOR.filmId, FILM).keyOf(DIM_FILM, BRIDGE_FILM_ACTOR.filmKey),
                Reference.to(FILM_ACTOR.actorId, ACTOR).keyOf(DIM_ACTOR, BRIDGE_FILM_ACTOR.actorKey));
    }

    @Override
    public Function<FilmActor, BridgeFilmActor> mapping(Lookups lookups) {
        LongFunction<Long> films = lookups.surrogateKeys(DIM_FILM);
        LongFunction<Long> actors = lookups.surrogateKeys(DIM_ACTOR);
        return row -> new BridgeFilmActor(
                films.apply(row.filmId()), actors.apply(row.actorId()), row.filmId(), row.actorId());
    }

    // A source without foreign keys may have rows whose film or actor is missing.
    @Override
    public boolean requiresReferences() {
        return true;
    }
}
