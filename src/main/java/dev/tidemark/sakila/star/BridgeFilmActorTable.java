package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table bridge_film_actor. */
public final class BridgeFilmActorTable extends SqlTable {
    public static final BridgeFilmActorTable BRIDGE_FILM_ACTOR = new BridgeFilmActorTable();

    /** How its rows are written and read. */
    public static final TargetTable<BridgeFilmActor> ROWS = new TargetTable<>(
            BRIDGE_FILM_ACTOR,
            KeyColumns.of(BRIDGE_FILM_ACTOR.filmId, BRIDGE_FILM_ACTOR.actorId),
            Optional.empty(),
            List.of(
                    new TargetColumn<>(BRIDGE_FILM_ACTOR.filmKey, "filmKey", BridgeFilmActor::filmKey),
                    new TargetColumn<>(BRIDGE_FILM_ACTOR.actorKey, "actorKey", BridgeFilmActor::actorKey),
                    new TargetColumn<>(BRIDGE_FILM_ACTOR.filmId, "filmId", BridgeFilmActor::filmId),
                    new TargetColumn<>(BRIDGE_FILM_ACTOR.actorId, "actorId", BridgeFilmActor::actorId)),
            BridgeFilmActorMapper.class,
            row -> Key.of(row.filmId(), row.actorId()));

    public final SqlColumn<Long> filmKey = column("film_key", JDBCType.BIGINT);
    public final SqlColumn<Long> actorKey = column("actor_key", JDBCType.BIGINT);
    public final SqlColumn<Long> filmId = column("film_id", JDBCType.BIGINT);
    public final SqlColumn<Long> actorId = column("actor_id", JDBCType.BIGINT);

    private BridgeFilmActorTable() {
        super("bridge_film_actor");
    }
}
