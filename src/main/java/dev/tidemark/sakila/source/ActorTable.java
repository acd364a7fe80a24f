package dev.tidemark.sakila.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.time.LocalDateTime;

/** Sakila's table actor. */
public final class ActorTable extends SourceTable<ActorTable.Actor> {
    /**
     * An actor.
     *
     * @param actorId natural key
     */
    public record Actor(long actorId, String firstName, String lastName, LocalDateTime lastUpdate) {}

    public static final ActorTable ACTOR = new ActorTable();

    public final Column<Long> actorId = key("actor_id", Actor::actorId);
    public final Column<String> firstName = text("first_name");
    public final Column<String> lastName = text("last_name");
    public final Column<LocalDateTime> lastUpdate = lastUpdate("last_update");

    private ActorTable() {
        super("actor", row -> new Actor(row.number(), row.text(), row.text(), row.time()));
    }
}
