package dev.tidemark.star;

import dev.tidemark.table.TargetTable;
import java.util.Set;

/** The strategy that keeps one table of the warehouse level. */
public sealed interface TableSync permits SourceSync, DerivedSync {
    /** The table that the rows go to. */
    TargetTable<?> target();

    /** The table's name in the warehouse. */
    default String name() {
        return target().name();
    }

    /** The names of the tables that must be level before this one. */
    Set<String> dependsOn();
}
