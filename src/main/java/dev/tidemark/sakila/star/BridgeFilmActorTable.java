package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's table bridge_film_actor. */
public final class BridgeFilmActorTable extends TargetTable<BridgeFilmActor> {
    public static final BridgeFilmActorTable BRIDGE_FILM_ACTOR = new BridgeFilmActorTable();

    public final Column<Long> filmKey = number("film_key", BridgeFilmActor::filmKey);
    public final Column<Long> actorKey = number("actor_key", BridgeFilmActor::actorKey);
    public final Column<Long> filmId = key("film_id", BridgeFilmActor::filmId);
    public final Column<Long> actorId = key("actor_id", BridgeFilmActor::actorId);

    private BridgeFilmActorTable() {
        super("bridge_film_actor", BridgeFilmActor.class);
    }
}
