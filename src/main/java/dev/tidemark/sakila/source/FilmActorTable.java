package dev.tidemark.sakila.source;

import static dev.tidemark.sakila.source.ActorTable.ACTOR;
import static dev.tidemark.sakila.source.FilmTable.FILM;
import static org.mybatis.dynamic.sql.SqlBuilder.equalTo;
import static org.mybatis.dynamic.sql.SqlBuilder.on;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;
import org.mybatis.dynamic.sql.select.QueryExpressionDSL;
import org.mybatis.dynamic.sql.select.SelectModel;

/** Sakila's table film_actor. */
public final class FilmActorTable extends SqlTable {
    public static final FilmActorTable FILM_ACTOR = new FilmActorTable();

    /** How its rows are read. */
    public static final SourceTable<FilmActor> ROWS = new SourceTable<>(
            FILM_ACTOR,
            KeyColumns.of(FILM_ACTOR.filmId, FILM_ACTOR.actorId),
            FILM_ACTOR.lastUpdate,
            List.of("film_id", "actor_id", "last_update"),
            () -> withBothEnds(select(FILM_ACTOR.filmId, FILM_ACTOR.actorId).from(FILM_ACTOR)),
            FilmActorMapper.class,
            row -> KeyColumns.pack(row.filmId(), row.actorId()),
            FilmActorTable::withBothEnds);

    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> actorId = column("actor_id", JDBCType.BIGINT);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private FilmActorTable() {
        super("film_actor");
    }

    // A source without foreign keys may have rows of which an end is missing: they connect nothing.
    private static QueryExpressionDSL<SelectModel> withBothEnds(QueryExpressionDSL<SelectModel> rows) {
        return rows.join(FILM, on(FILM_ACTOR.filmId, equalTo(FILM.filmId)))
                .join(ACTOR, on(FILM_ACTOR.actorId, equalTo(ACTOR.actorId)));
    }
}
