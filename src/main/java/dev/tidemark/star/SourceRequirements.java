package dev.tidemark.star;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.Snapshot;
import dev.tidemark.source.SourceColumn;
import dev.tidemark.table.Column;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.SourceTable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables and columns that a plan needs in the source, and the right to read them. */
public final class SourceRequirements {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final List<SourceTable<?>> tables;

    private SourceRequirements(Collection<SourceTable<?>> tables) {
        this.tables = List.copyOf(tables);
    }

    /** The requirements of all tables of {@code plan}. */
    public static SourceRequirements of(SyncPlan plan) {
        return new SourceRequirements(plan.sourceSyncs().stream()
                .flatMap(SourceSync::sourceTables)
                .distinct()
                .sorted(Comparator.comparing(SourceTable::name))
                .toList());
    }

    /** The columns that are searched for rows that depend on others. */
    public static Stream<Column<Long>> referringColumns(SyncPlan plan) {
        return plan.sourceSyncs().stream()
                .flatMap(SourceSync::dependencies)
                .map(dependency -> dependency.path().column())
                .distinct();
    }

    /** The number of the source's tables; a table that is read in several ways counts once. */
    public long size() {
        return tables.stream().map(SourceTable::name).distinct().count();
    }

    /** The ways in which tables are read, ordered by the tables' names. */
    public List<SourceTable<?>> tables() {
        return tables;
    }

    /** Fails unless the source has every table and column, and keys are whole numbers; names the first fault. */
    public void requireColumns(Snapshot source) {
        columnsOf(source);
    }

    /**
     * Does the same; also fails if the engine of a table has no snapshots, because a change between two reads of it would
     * be lost for good; or if a key, or a reference to one, is too large for the warehouse: no range of signed numbers
     * contains it, so a load would miss its row. These columns have indexes, so their largest value is found at once.
     */
    public void requireKeys(Snapshot source) {
        Map<String, Map<String, SourceColumn>> columns = columnsOf(source);
        requireSnapshots(source);
        requireFit(source, columns, column -> column.type() == Column.Type.NUMBER);
    }

    /**
     * Fails unless the source has every table and column, every table has snapshots, the user may read every table, keys
     * are whole numbers, and no number is too large for the warehouse. Reads the largest value of each column that may
     * hold such a number.
     */
    public void requireAll(Snapshot source) {
        Map<String, Map<String, SourceColumn>> columns = columnsOf(source);
        requireSnapshots(source);
        requireReadable(source);
        requireFit(source, columns, column -> true);
    }

    // The source's columns by table and name, which include all that are required.
    private Map<String, Map<String, SourceColumn>> columnsOf(Snapshot source) {
        Map<String, Map<String, SourceColumn>> present = source.columns().stream()
                .collect(groupingBy(
                        SourceColumn::table,
                        toMap(column -> column.name().toLowerCase(Locale.ROOT), column -> column)));
        List<String> missing = tables.stream()
                .map(SourceTable::name)
                .distinct()
                .filter(name -> !present.containsKey(name))
                .toList();
        if (!missing.isEmpty()) {
            throw missing("The source has no table " + String.join(", ", missing) + " that this user may see");
        }
        tables.forEach(table -> requireColumns(table, present.get(table.name())));
        return present;
    }

    private static void requireColumns(SourceTable<?> table, Map<String, SourceColumn> columns) {
        Stream.concat(table.columns().stream(), Stream.of(table.lastUpdate()))
                .map(Column::name)
                .filter(column -> !columns.containsKey(column))
                .findFirst()
                .ifPresent(column -> {
                    throw missing("The source's table " + table.name() + " has no column " + column
                            + " that this user may see");
                });
        table.key().names().stream()
                .map(columns::get)
                .filter(column -> !column.holdsWholeNumbers())
                .findFirst()
                .ifPresent(column -> {
                    throw unfit("The key " + table.name() + "." + column.name() + " of the source is " + column.type()
                            + ", not a whole number");
                });
    }

    private void requireFit(
            Snapshot source, Map<String, Map<String, SourceColumn>> present, Predicate<Column<?>> isAsked) {
        for (SourceTable<?> table : tables) {
            table.columns().stream()
                    .filter(isAsked)
                    .filter(column -> present.get(table.name()).get(column.name()).mayExceedSigned64Bits())
                    .forEach(column -> requireFit(column.toString(), source.largest(column)));
        }
    }

    private void requireSnapshots(Snapshot source) {
        Set<String> read = tables.stream().map(SourceTable::name).collect(toSet());
        source.tablesWithoutSnapshots().stream()
                .filter(table -> read.contains(table.table()))
                .findFirst()
                .ifPresent(table -> {
                    throw TidemarkException.source(
                            "The engine of the source's table " + table.table() + ", " + table.engine()
                                    + ", has no snapshots, without which changes during a load get lost",
                            "ALTER TABLE " + table.table() + " ENGINE=InnoDB",
                            null);
                });
    }

    // Reads no row.
    private void requireReadable(Snapshot source) {
        KeySpans noRow = KeySpans.ofKeys(List.of(-1L).iterator());
        tables.forEach(table -> source.rows(table, noRow, Iterator::hasNext));
    }

    private static void requireFit(String column, BigDecimal largest) {
        if (largest.compareTo(LARGEST) > 0) {
            throw unfit("The source's " + column + " holds " + largest.toPlainString() + ", which is more than "
                    + LARGEST.toPlainString() + ", the largest number that the star holds");
        }
    }

    private static TidemarkException missing(String message) {
        return TidemarkException.source(
                message, "check the schema in the source URL, and that the user has SELECT on all of it", null);
    }

    private static TidemarkException unfit(String message) {
        return TidemarkException.source(message, "a source whose keys are whole numbers of 64 bits with a sign", null);
    }
}
