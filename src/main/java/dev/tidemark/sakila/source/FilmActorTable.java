package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table film_actor. */
public final class FilmActorTable extends SourceTable<FilmActor> {
    public static final FilmActorTable FILM_ACTOR = new FilmActorTable();

    public final SqlColumn<Long> filmId = key("film_id", FilmActor::filmId);
    public final SqlColumn<Long> actorId = key("actor_id", FilmActor::actorId);
    public final SqlColumn<LocalDateTime> lastUpdate = unreadLastUpdate("last_update");

    private FilmActorTable() {
        super("film_actor", FilmActor.class, 16);
    }
}
