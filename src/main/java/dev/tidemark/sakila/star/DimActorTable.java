package dev.tidemark.sakila.star;

import dev.tidemark.table.Column;
import dev.tidemark.table.TargetTable;
import java.time.LocalDateTime;

/** The warehouse's table dim_actor. */
public final class DimActorTable extends TargetTable<DimActorTable.DimActor> {
    /**
     * An actor.
     *
     * @param actorId natural key
     * @param lastUpdate UTC
     */
    public record DimActor(long actorId, String firstName, String lastName, LocalDateTime lastUpdate) {}

    public static final DimActorTable DIM_ACTOR = new DimActorTable();

    public final Column<Long> actorKey = surrogateKey("actor_key");
    public final Column<Long> actorId = key("actor_id", DimActor::actorId);
    public final Column<String> firstName = text("first_name", DimActor::firstName);
    public final Column<String> lastName = text("last_name", DimActor::lastName);
    public final Column<LocalDateTime> lastUpdate = time("last_update", DimActor::lastUpdate);

    private DimActorTable() {
        super("dim_actor", row -> new DimActor(row.number(), row.text(), row.text(), row.time()));
    }
}
