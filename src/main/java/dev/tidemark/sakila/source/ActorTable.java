package dev.tidemark.sakila.source;

import dev.tidemark.sql.SourceTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** Sakila's table actor. */
public final class ActorTable extends SourceTable<Actor> {
    public static final ActorTable ACTOR = new ActorTable();

    public final SqlColumn<Long> actorId = key("actor_id", Actor::actorId);
    public final SqlColumn<String> firstName = text("first_name");
    public final SqlColumn<String> lastName = text("last_name");
    public final SqlColumn<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private ActorTable() {
        super("actor", Actor.class);
    }
}
