package dev.tidemark.engine;

import dev.tidemark.orm.SourceTable;
import dev.tidemark.orm.TargetTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The strategy of a table whose rows come from one table of the source, a row from a row.
 *
 * @param <S> the record of a source row
 * @param <T> the record of a warehouse row
 */
public non-sealed interface SourceSync<S, T> extends TableSync {
    /** The table that the rows come from. */
    SourceTable<S> source();

    @Override
    TargetTable<T> target();

    /** The tables that a row is completed from: where one of their rows changes, rows that depend on it change. */
    default List<Lookup> lookups() {
        return List.of();
    }

    /** The tables of the warehouse that a row refers to. */
    default List<Parent> parents() {
        return List.of();
    }

    /**
     * The mapping of a row. This is called when lookups and parents are level. The function is pure: it may map a row
     * again when rows have been read that it looked up in vain.
     */
    Function<S, T> mapping(Lookups lookups);

    /** Totals that must be equal on both sides; empty where counting rows says it all. */
    default Optional<ControlTotals> controlTotals() {
        return Optional.empty();
    }

    /** The date that a row belongs to, for a table of facts; empty for others. */
    default Optional<FactDate> factDate() {
        return Optional.empty();
    }
}
