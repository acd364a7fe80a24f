package dev.tidemark.engine;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The MyBatis mappers that a plan needs: each is registered by name, none is searched for. */
public final class PlanMappers {
    private PlanMappers() {}

    /** Those that read the source. */
    public static Collection<Class<?>> ofSource(SyncPlan plan) {
        Set<Class<?>> mappers = new LinkedHashSet<>();
        SourceRequirements.of(plan).tables().forEach(table -> mappers.add(table.mapper()));
        totals(plan).forEach(mappers::add);
        return List.copyOf(mappers);
    }

    /** Those that read the warehouse. */
    public static Collection<Class<?>> ofWarehouse(SyncPlan plan) {
        Set<Class<?>> mappers = new LinkedHashSet<>();
        plan.tables().forEach(table -> mappers.add(table.target().mapper()));
        totals(plan).forEach(mappers::add);
        return List.copyOf(mappers);
    }

    private static Stream<Class<?>> totals(SyncPlan plan) {
        return plan.sourceSyncs().flatMap(sync -> sync.controlTotals().stream()).map(ControlTotals::mapper);
    }
}
