package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.FilmActorTable.FILM_ACTOR;
import static dev.tidemark.sakila.star.BridgeFilmActorTable.BRIDGE_FILM_ACTOR;

import dev.tidemark.engine.Lookups;
import dev.tidemark.engine.Reference;
import dev.tidemark.engine.SourceSync;
import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.sakila.source.ActorTable;
import dev.tidemark.sakila.source.FilmActor;
import dev.tidemark.sakila.source.FilmActorTable;
import dev.tidemark.sakila.source.FilmTable;
import dev.tidemark.sakila.star.BridgeFilmActor;
import dev.tidemark.sakila.star.BridgeFilmActorTable;
import dev.tidemark.sakila.star.DimActorTable;
import dev.tidemark.sakila.star.DimFilmTable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;

/** Who plays in which film. */
@Singleton
public final class BridgeFilmActorSync implements SourceSync<FilmActor, BridgeFilmActor> {
    @Override
    public SourceTable<FilmActor> source() {
        return FilmActorTable.ROWS;
    }

    @Override
    public TargetTable<BridgeFilmActor> target() {
        return BridgeFilmActorTable.ROWS;
    }

    @Override
    public List<Reference> references() {
        return List.of(
                Reference.to(FILM_ACTOR.filmId, FilmTable.ROWS).keyOf(DimFilmTable.ROWS, BRIDGE_FILM_ACTOR.filmKey),
                Reference.to(FILM_ACTOR.actorId, ActorTable.ROWS).keyOf(DimActorTable.ROWS, BRIDGE_FILM_ACTOR.actorKey));
    }

    @Override
    public Function<FilmActor, BridgeFilmActor> mapping(Lookups lookups) {
        LongFunction<Long> films = lookups.surrogateKeys(DimFilmTable.ROWS);
        LongFunction<Long> actors = lookups.surrogateKeys(DimActorTable.ROWS);
        return row -> new BridgeFilmActor(
                films.apply(row.filmId()), actors.apply(row.actorId()), row.filmId(), row.actorId());
    }

    // A source without foreign keys may have rows of which an end is missing.
    @Override
    public boolean requiresReferences() {
        return true;
    }
}
