package dev.tidemark.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourceTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a table of the source is fingerprinted.
 *
 * @param table the table
 * @param columns the columns that anything reads
 * @param keysMatter whether something depends on its keys alone
 */
public record FingerprintedTable(SourceTable<?> table, List<Column<?>> columns, boolean keysMatter) {
    public FingerprintedTable {
        columns = List.copyOf(columns);
    }

    /** One table that may be read in several ways: whatever any of them reads counts. */
    public static FingerprintedTable of(Collection<SourceTable<?>> ways, boolean keysMatter) {
        SourceTable<?> any = ways.iterator().next();
        Map<String, Column<?>> columns = new TreeMap<>();
        ways.forEach(way -> way.columns().forEach(column -> columns.putIfAbsent(column.name(), column)));
        return new FingerprintedTable(any, List.copyOf(columns.values()), keysMatter);
    }

    /** The table's name in the source. */
    public String name() {
        return table.name();
    }

    /** What its fingerprints are of: those of another description cannot be compared with them. */
    public String description() {
        return columns.stream().map(Column::name).collect(Collectors.joining(","))
                + " by " + String.join(",", table.key().names()) + " in " + table.rangeWidth()
                + (keysMatter ? " and keys" : "");
    }
}
