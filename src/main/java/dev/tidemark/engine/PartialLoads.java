package dev.tidemark.engine;

import dev.tidemark.books.States;
import dev.tidemark.books.SyncState;
import dev.tidemark.database.PragmaMapper;
import dev.tidemark.database.WarehouseSession;
import dev.tidemark.failure.TidemarkException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * Keeps the promise of loads that leave tables out. What a load learns of rows that vanished or moved it tells to the
 * tables that depend on them, in the same run; one that is left out never hears of it, so it is read as a whole the
 * next time.
 */
final class PartialLoads {
    /** The first moment that MySQL's TIMESTAMP can hold. */
    private static final LocalDateTime FROM_THE_BEGINNING = LocalDateTime.of(1970, 1, 1, 0, 0, 1);

    private PartialLoads() {}

    /**
     * Has the next incremental read those tables of {@code plan} as a whole that depend on one of {@code chosen} and
     * are none of them. Rows of theirs that lost a row which they refer to are a usage failure.
     */
    static void leaveOthersConsistent(WarehouseSession session, SyncPlan plan, SyncPlan chosen) {
        List<TableSync> others = plan.dependentsOf(chosen);
        if (others.isEmpty()) {
            return;
        }
        others.forEach(table -> requireNoOrphan(session, table));
        Map<String, SyncState> states = States.read(session);
        others.stream()
                .map(table -> states.get(table.name()))
                .filter(state -> state != null && state.watermark() != null)
                .forEach(state -> States.write(session, state.withWatermark(FROM_THE_BEGINNING)));
    }

    private static void requireNoOrphan(WarehouseSession session, TableSync table) {
        session.mapper(PragmaMapper.class).orphansOf(table.name()).forEach(orphan -> {
            throw TidemarkException.usage(
                    "Rows of " + orphan.table() + " refer to rows of " + orphan.parent()
                            + " that are gone, and " + orphan.table() + " is not among the tables to load (--tables)",
                    "--tables with " + orphan.table() + " too; nothing of this run was kept");
        });
    }
}
