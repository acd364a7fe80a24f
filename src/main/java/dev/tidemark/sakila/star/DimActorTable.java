package dev.tidemark.sakila.star;

import dev.tidemark.orm.Key;
import dev.tidemark.orm.KeyColumns;
import dev.tidemark.orm.TargetColumn;
import dev.tidemark.orm.TargetTable;
import java.sql.JDBCType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mybatis.dynamic.sql.SqlColumn;
import org.mybatis.dynamic.sql.SqlTable;

/** The warehouse's table dim_actor. */
public final class DimActorTable extends SqlTable {
    public static final DimActorTable DIM_ACTOR = new DimActorTable();

    /** How its rows are written and read. */
    public static final TargetTable<DimActor> ROWS = new TargetTable<>(
            DIM_ACTOR,
            KeyColumns.of(DIM_ACTOR.actorId),
            Optional.of(DIM_ACTOR.actorKey),
            List.of(
                    new TargetColumn<>(DIM_ACTOR.actorId, "actorId", DimActor::actorId),
                    new TargetColumn<>(DIM_ACTOR.firstName, "firstName", DimActor::firstName),
                    new TargetColumn<>(DIM_ACTOR.lastName, "lastName", DimActor::lastName),
                    new TargetColumn<>(DIM_ACTOR.lastUpdate, "lastUpdate", DimActor::lastUpdate)),
            DimActorMapper.class,
            row -> Key.of(row.actorId()));

    public final SqlColumn<Long> actorKey = column("actor_key", JDBCType.BIGINT);
    public final SqlColumn<Long> actorId = column("actor_id", JDBCType.BIGINT);
    public final SqlColumn<String> firstName = column("first_name", JDBCType.VARCHAR);
    public final SqlColumn<String> lastName = column("last_name", JDBCType.VARCHAR);
    public final SqlColumn<LocalDateTime> lastUpdate = column("last_update", JDBCType.VARCHAR);

    private DimActorTable() {
        super("dim_actor");
    }
}
