package dev.tidemark.copy.target;

import dev.tidemark.copy.value.ColumnType;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The types of a kind of target, which are known without a connection.
 *
 * @param forDeclared the type for a column of this declared type, and whether it is part of a key or an index
 * @param held what a column of a type holds; empty for a type that is not carried
 * @param longestName the most bytes that a name may have
 */
public record TargetTypes(
        BiFunction<String, Boolean, String> forDeclared,
        Function<String, Optional<ColumnType>> held,
        int longestName) {}
