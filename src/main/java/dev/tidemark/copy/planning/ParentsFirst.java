package dev.tidemark.copy.planning;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Orders tables so that parents come before their children. In a circle, a reference that may be NULL gives way to those
 * that may not: its rows can be written without it, and let go of it.
 */
final class ParentsFirst {
    private final Map<String, CopyTable> byName = new HashMap<>();
    private final Set<String> visited = new HashSet<>();
    private final LinkedHashSet<CopyTable> ordered = new LinkedHashSet<>();

    private ParentsFirst() {}

    static List<CopyTable> of(List<CopyTable> tables) {
        ParentsFirst order = new ParentsFirst();
        tables.forEach(table -> order.byName.put(table.source(), table));
        tables.forEach(order::visit);
        return List.copyOf(order.ordered);
    }

    private void visit(CopyTable table) {
        if (visited.add(table.source())) {
            table.references().stream()
                    .filter(reference -> table.requires(reference) || !leadsBack(reference, table))
                    .forEach(reference -> visit(parent(reference)));
            ordered.add(table);
        }
    }

    private boolean leadsBack(CopyReference reference, CopyTable table) {
        Set<String> reached = new HashSet<>();
        reach(parent(reference), reached);
        return reached.contains(table.source());
    }

    private void reach(CopyTable table, Set<String> reached) {
        if (reached.add(table.source())) {
            table.references().forEach(reference -> reach(parent(reference), reached));
        }
    }

    private CopyTable parent(CopyReference reference) {
        return byName.get(reference.parent());
    }
}
