package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table film_actor. */
public final class FilmActorTable extends SourceTable<FilmActorTable.FilmActor> {
    /**
     * An actor's part in a film.
     *
     * @param filmId natural key, with the actor
     */
    public record FilmActor(long filmId, long actorId) {}

    public static final FilmActorTable FILM_ACTOR = new FilmActorTable();

    public final Column<Long> filmId = key("film_id", FilmActor::filmId);
    public final Column<Long> actorId = key("actor_id", FilmActor::actorId);
    public final Column<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private FilmActorTable() {
        super("film_actor", row -> new FilmActor(row.number(), row.number()), 16);
    }
}
