package dev.tidemark.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import dev.tidemark.database.SourceColumn;
import dev.tidemark.database.SourceSnapshot;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.orm.KeySet;
import dev.tidemark.orm.SourceTable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What a plan needs of the source: tables and columns, and the right to read them. */
public final class SourceRequirements {
    private final List<SourceTable<?>> tables;

    private SourceRequirements(Collection<SourceTable<?>> tables) {
        this.tables = List.copyOf(tables);
    }

    /** The requirements of all tables of {@code plan}. */
    public static SourceRequirements of(SyncPlan plan) {
        return new SourceRequirements(plan.sourceSyncs()
                .flatMap(sync -> Stream.concat(
                        Stream.of(sync.source()),
                        Stream.concat(Lookup.tables(sync.lookups()), referred(sync.parents()))))
                .<SourceTable<?>>map(table -> table)
                .distinct()
                .sorted(Comparator.comparing(SourceTable::name))
                .toList());
    }

    /** The number of the source's tables, each of which may be read in more than one way. */
    public long size() {
        return tables.stream().map(SourceTable::name).distinct().count();
    }

    /** The ways in which tables are read, by the tables' names. */
    public List<SourceTable<?>> tables() {
        return tables;
    }

    /** Fails unless every table and column is among these; the failure names the first that is missing. */
    public void requireColumns(List<SourceColumn> ofSource) {
        Map<String, Set<String>> present = ofSource.stream()
                .collect(groupingBy(
                        SourceColumn::table,
                        mapping(column -> column.column().toLowerCase(Locale.ROOT), toSet())));
        for (SourceTable<?> table : tables) {
            Set<String> columns = present.getOrDefault(table.name(), Set.of());
            if (columns.isEmpty()) {
                throw missing("The source has no table " + table.name() + " that this user may see");
            }
            table.requiredColumns().stream()
                    .filter(column -> !columns.contains(column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw missing("The source's table " + table.name() + " has no column " + column
                                + " that this user may see");
                    });
        }
    }

    /** Fails unless the user may read every table; reads no row. */
    public void requireReadable(SourceSnapshot source) {
        KeySet noRow = KeySet.of(-1);
        tables.forEach(table -> source.read(table, noRow, rows -> {}));
    }

    private static Stream<SourceTable<?>> referred(List<Parent> parents) {
        return parents.stream().map(parent -> parent.origin().table());
    }

    private static TidemarkException missing(String message) {
        return TidemarkException.source(
                message, "check the schema in the source URL, and that the user has SELECT on all of it", null);
    }
}
