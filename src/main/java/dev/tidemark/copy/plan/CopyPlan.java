package dev.tidemark.copy.plan;

import dev.tidemark.copy.shape.TableShape;
import java.util.List;
import java.util.Optional;

/**
 * What a copy carries over.
 *
 * @param tables the tables, parents before children; in a circle, as far as references may not be NULL
 * @param missing the tables of the target that init is to create, with the target's types
 * @param assigns whether the target gives ids of its own
 */
public record CopyPlan(List<CopyTable> tables, List<TableShape> missing, boolean assigns) {
    public CopyPlan {
        tables = List.copyOf(tables);
        missing = List.copyOf(missing);
    }

    /** The table of this name in the source. */
    public Optional<CopyTable> table(String source) {
        return tables.stream().filter(table -> table.source().equals(source)).findFirst();
    }

    /** The parent that {@code reference} leads to. */
    public CopyTable parent(CopyReference reference) {
        return table(reference.parent()).orElseThrow();
    }
}
