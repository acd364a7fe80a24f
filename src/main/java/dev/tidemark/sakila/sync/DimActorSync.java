package dev.tidemark.sakila.sync;

import static dev.tidemark.sakila.source.ActorTable.ACTOR;
import static dev.tidemark.sakila.star.DimActorTable.DIM_ACTOR;

import dev.tidemark.sakila.source.ActorTable.Actor;
import dev.tidemark.sakila.star.DimActorTable.DimActor;
import dev.tidemark.star.Lookups;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Actors. */
@Singleton
public final class DimActorSync implements SourceSync<Actor, DimActor> {
    @Override
    public SourceTable<Actor> source() {
        return ACTOR;
    }

    @Override
    public TargetTable<DimActor> target() {
        return DIM_ACTOR;
    }

    @Override
    public Function<Actor, DimActor> mapping(Lookups lookups) {
        return actor -> new DimActor(actor.actorId(), actor.firstName(), actor.lastName(), actor.lastUpdate());
    }
}
