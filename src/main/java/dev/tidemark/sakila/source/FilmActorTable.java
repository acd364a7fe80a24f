package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table film_actor. */
public final class FilmActorTable extends SqlTable {
    public static final FilmActorTable FILM_ACTOR = new FilmActorTable();

    /** How its rows are read. */
    public static final SourceTable<FilmActor> ROWS = SourceTable.of(
            FILM_ACTOR,
            KeyColumns.of(FILM_ACTOR.filmId, FILM_ACTOR.actorId),
            FILM_ACTOR.lastUpdate,
            List.of(FILM_ACTOR.filmId, FILM_ACTOR.actorId),
            FilmActorMapper.class,
            row -> Key.of(row.filmId(), row.actorId()))
            .inRangesOf(16);

    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> actorId = column("actor_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private FilmActorTable() {
        super("film_actor");
    }
}
