package dev.tidemark.spark.load;

import dev.tidemark.source.FingerprintedTable;
import dev.tidemark.spark.lake.LakeTable;
import dev.tidemark.star.SourceSync;
import dev.tidemark.star.SyncPlan;
import dev.tidemark.star.TableSync;
import dev.tidemark.table.TargetTable;
import io.micronaut.context.ApplicationContext;
import java.util.SortedMap;
import java.util.TreeMap;

/** The strategies in this JVM: driver and executors each have their own, so a task names its strategy. */
public final class StarPlan {
    private static final SyncPlan PLAN = plan();

    private StarPlan() {}

    /** All strategies. */
    public static SyncPlan get() {
        return PLAN;
    }

    /** The strategy of the table of this name, whose rows come from the source. */
    public static SourceSync<?, ?> sync(String table) {
        return PLAN.sourceSyncs().stream()
                .filter(sync -> sync.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no strategy for " + table));
    }

    /** The table of the lake of this name. */
    static LakeTable<?> lakeTable(String table) {
        return PLAN.tables().stream()
                .filter(sync -> sync.name().equals(table))
                .findFirst()
                .<LakeTable<?>>map(sync -> lakeTable(sync.target()))
                .orElseThrow(() -> new IllegalArgumentException("There is no table " + table));
    }

    /** The table of the lake for a table of the star. */
    public static <T> LakeTable<T> lakeTable(TargetTable<T> table) {
        return LakeTable.of(
                table,
                PLAN.derivedSyncs().stream().flatMap(derived -> derived.references().stream()).toList());
    }

    /**
     * The tables of the source to fingerprint, by name. Columns of joined tables count: a task reads them in its own
     * snapshot, which the fingerprints of the joined table may not be from.
     */
    public static SortedMap<String, FingerprintedTable> fingerprintedTables() {
        SortedMap<String, FingerprintedTable> tables = new TreeMap<>(PLAN.fingerprintedTables());
        tables.replaceAll((name, table) -> table.withJoinedColumns());
        return tables;
    }

    private static SyncPlan plan() {
        try (ApplicationContext context = ApplicationContext.builder()
                .classLoader(StarPlan.class.getClassLoader())
                .deduceEnvironment(false)
                .banner(false)
                .eagerBeansEnabled(false)
                .eventsEnabled(false)
                .start()) {
            return SyncPlan.of(context.getBeansOfType(TableSync.class));
        }
    }
}
