package dev.tidemark.sakila.star;

import dev.tidemark.sql.TargetTable;
import java.time.LocalDateTime;
import org.mybatis.dynamic.sql.SqlColumn;

/** The warehouse's table dim_actor. */
public final class DimActorTable extends TargetTable<DimActor> {
    public static final DimActorTable DIM_ACTOR = new DimActorTable();

    public final SqlColumn<Long> actorKey = surrogateKey("actor_key");
    public final SqlColumn<Long> actorId = key("actor_id", DimActor::actorId);
    public final SqlColumn<String> firstName = text("first_name", DimActor::firstName);
    public final SqlColumn<String> lastName = text("last_name", DimActor::lastName);
    public final SqlColumn<LocalDateTime> lastUpdate = time("last_update", DimActor::lastUpdate);

    private DimActorTable() {
        super("dim_actor", DimActor.class);
    }
}
