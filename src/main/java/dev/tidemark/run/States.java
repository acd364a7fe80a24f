package dev.tidemark.run;

import static dev.tidemark.run.SyncStateTable.SYNC_STATE;
import static org.mybatis.dynamic.sql.SqlBuilder.deleteFrom;
import static org.mybatis.dynamic.sql.SqlBuilder.insertInto;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.sql.Rendered;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.sqlite.WarehouseSession;
import java.util.Map;
import java.util.TreeMap;
import org.mybatis.dynamic.sql.render.RenderingStrategies;

/** The states of the warehouse's tables, within a transaction of the warehouse. */
public final class States {
    private States() {}

    /** States by the table's name. */
    public static Map<String, SyncState> read(WarehouseSession session) {
        Map<String, SyncState> states = new TreeMap<>();
        session.mapper(SyncStateMapper.class)
                .states(Rendered.select(select(
                                SYNC_STATE.tableName,
                                SYNC_STATE.snapshotAt,
                                SYNC_STATE.lastUpdate,
                                SYNC_STATE.rows,
                                SYNC_STATE.runId)
                        .from(SYNC_STATE)))
                .forEach(state -> states.put(state.tableName(), state));
        return states;
    }

    /** States by the table's name, of a warehouse that was loaded before; otherwise a warehouse failure. */
    public static Map<String, SyncState> readLoaded(WarehouseSession session, WarehouseDatabase warehouse) {
        Map<String, SyncState> states = read(session);
        if (states.values().stream().noneMatch(SyncState::isLoaded)) {
            throw TidemarkException.warehouse(
                    "The warehouse " + warehouse.path() + " was never filled", "run full-load first", null);
        }
        return states;
    }

    /** Sets the state of a table. */
    public static void write(WarehouseSession session, SyncState state) {
        session.delete(deleteFrom(SYNC_STATE).where(SYNC_STATE.tableName, isEqualTo(state.tableName())));
        session.mapper(HistoryMapper.class).generalInsert(insertInto(SYNC_STATE)
                .set(SYNC_STATE.tableName).toValue(state.tableName())
                .set(SYNC_STATE.snapshotAt).toValueOrNull(state.snapshotAt())
                .set(SYNC_STATE.lastUpdate).toValueOrNull(state.lastUpdate())
                .set(SYNC_STATE.rows).toValue(state.rows())
                .set(SYNC_STATE.runId).toValueOrNull(state.runId())
                .build()
                .render(RenderingStrategies.MYBATIS3));
        session.flush();
    }
}
