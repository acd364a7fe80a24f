package dev.tidemark.sakila.source;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.SourceTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** Sakila's table actor. */
public final class ActorTable extends SqlTable {
    public static final ActorTable ACTOR = new ActorTable();

    /** How its rows are read. */
    public static final SourceTable<Actor> ROWS = SourceTable.of(
            ACTOR,
            KeyColumns.of(ACTOR.actorId),
            ACTOR.lastUpdate,
            List.of(ACTOR.actorId, ACTOR.firstName, ACTOR.lastName, ACTOR.lastUpdate),
            ActorMapper.class,
            row -> Key.of(row.actorId()));

    public final SqlColumn<Long> actorId = column("actor_id", JDBCType.BIGINT);
    public final SqlColumn<String> firstName = column("first_name", JDBCType.VARCHAR);
    public final SqlColumn<String> lastName = column("last_name", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.TIMESTAMP);

    private ActorTable() {
        super("actor");
    }
}
