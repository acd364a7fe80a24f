package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table bridge_film_actor. */
public final class BridgeFilmActorTable extends TargetTable<BridgeFilmActor> {
    public static final BridgeFilmActorTable BRIDGE_FILM_ACTOR = new BridgeFilmActorTable();

    public final SqlColumn<Long> filmKey = number("film_key", BridgeFilmActor::filmKey);
    public final SqlColumn<Long> actorKey = number("actor_key", BridgeFilmActor::actorKey);
    public final SqlColumn<Long> filmId = key("film_id", BridgeFilmActor::filmId);
    public final SqlColumn<Long> actorId = key("actor_id", BridgeFilmActor::actorId);

    private BridgeFilmActorTable() {
        super("bridge_film_actor", BridgeFilmActor.class);
    }
}
