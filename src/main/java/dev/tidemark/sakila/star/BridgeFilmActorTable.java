package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;

/** The warehouse's table bridge_film_actor. */
public final class BridgeFilmActorTable extends TargetTable<BridgeFilmActorTable.BridgeFilmActor> {
    /**
     * An actor's part in a film.
     *
     * @param filmKey surrogate key of the film; null if the warehouse lacks the film, and then never written
     * @param actorKey surrogate key of the actor
     * @param filmId natural key, with the actor
     */
    public record BridgeFilmActor(Long filmKey, Long actorKey, long filmId, long actorId) {}

    public static final BridgeFilmActorTable BRIDGE_FILM_ACTOR = new BridgeFilmActorTable();

    public final Column<Long> filmKey = number("film_key", BridgeFilmActor::filmKey);
    public final Column<Long> actorKey = number("actor_key", BridgeFilmActor::actorKey);
    public final Column<Long> filmId = key("film_id", BridgeFilmActor::filmId);
    public final Column<Long> actorId = key("actor_id", BridgeFilmActor::actorId);

    private BridgeFilmActorTable() {
        super("bridge_film_actor", row -> new BridgeFilmActor(
                row.numberOrNull(), row.numberOrNull(), row.number(), row.number()));
    }
}
