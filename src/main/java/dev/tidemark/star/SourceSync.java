package dev.tidemark.star;

import dev.tidemark.table.SourceTable;
import dev.tidemark.table.TargetTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The strategy of a table whose rows come from one table of the source, each from one row.
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
     * The references of a row to other rows. If several fill one column, the first one whose key is not NULL counts.
     */
    default List<Reference> references() {
        return List.of();
    }

    /** The dimensions that a row refers to, in the order of the references. */
    default Stream<Reference.Dimension> dimensions() {
        return references().stream().flatMap(reference -> reference.dimension().stream());
    }

    /** All dependencies of a row besides its own row of the source, each once. */
    default Stream<Reference.Dependency> dependencies() {
        return references().stream().flatMap(Reference::dependencies).distinct();
    }

    /** The tables of the source that a row is made from: its own, then those that it depends on. */
    default Stream<SourceTable<?>> sourceTables() {
        return Stream.concat(Stream.of(source()), dependencies().map(dependency -> dependency.path().table()));
    }

    /** The mapping of a row, a pure function. It may look up only what {@link #references} declare. */
    Function<S, T> mapping(Lookups lookups);

    /** Whether the star leaves out rows with a missing reference: a bridge without both ends connects nothing. */
    default boolean requiresReferences() {
        return false;
    }

    /** Totals that must be equal on both sides; empty if the number of rows is enough. */
    default Optional<ControlTotals> controlTotals() {
        return Optional.empty();
    }

    /** The date that a row belongs to, for a table of facts; empty for others. */
    default Optional<FactDate> factDate() {
        return Optional.empty();
    }

    @Override
    default Set<String> dependsOn() {
        return dimensions().map(dimension -> dimension.table().name()).collect(Collectors.toSet());
    }
}
