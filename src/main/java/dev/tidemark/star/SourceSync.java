package dev.tidemark.star;

import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The strategy of a table whose rows come from one table of the source, a row from a row.
 *
 * @param <S> the record of a source row
 * @param <T> the record of a target row
 */
public non-sealed interface SourceSync<S, T> extends TableSync {
    /** The table that the rows come from. */
    SourceTable<S> source();

    @Override
    TargetTable<T> target();

    /**
     * The other rows that a row takes something from. Where several lead to one column, the first counts that leads
     * anywhere.
     */
    default List<Reference> references() {
        return List.of();
    }

    /** All that a row depends on beside its own row of the source, each once. */
    default Stream<Reference.Dependency> dependencies() {
        return references().stream().flatMap(Reference::dependencies).distinct();
    }

    /** The tables of the source that a row is made from: its own, then those that it depends on. */
    default Stream<SourceTable<?>> sourceTables() {
        return Stream.concat(Stream.of(source()), dependencies().map(dependency -> dependency.path().table()));
    }

    /** The mapping of a row, a pure function. It may look up what {@link #references} declare, and nothing else. */
    Function<S, T> mapping(Lookups lookups);

    /** Whether the star has no row that lacks a row which it refers to: a bridge connects nothing without both ends. */
    default boolean requiresReferences() {
        return false;
    }

    /** Totals that must be equal on both sides; empty where counting rows says it all. */
    default Optional<ControlTotals> controlTotals() {
        return Optional.empty();
    }

    /** The date that a row belongs to, for a table of facts; empty for others. */
    default Optional<FactDate> factDate() {
        return Optional.empty();
    }

    @Override
    default Set<String> dependsOn() {
        Set<String> dimensions = new TreeSet<>();
        references().stream()
                .flatMap(reference -> reference.dimension().stream())
                .forEach(dimension -> dimensions.add(dimension.table().name()));
        return dimensions;
    }
}
