package dev.tidemark.copy.planning;

import dev.tidemark.copy.plan.CopyTable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Orders tables so that parents come before their children, as far as references make no circle. */
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
            table.references().forEach(reference -> visit(byName.get(reference.parent())));
            ordered.add(table);
        }
    }
}
