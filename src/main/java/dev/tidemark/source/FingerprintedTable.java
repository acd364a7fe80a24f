package dev.tidemark.source;

import dev.tidemark.table.Column;
import dev.tidemark.table.SourcePath;
import dev.tidemark.table.SourceTable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table of the source, with the columns to fingerprint.
 *
 * @param table the table
 * @param columns all columns that are read
 * @param keysMatter whether any rows depend only on its keys
 */
public record FingerprintedTable(SourceTable<?> table, List<Column<?>> columns, boolean keysMatter) {
    public FingerprintedTable {
        columns = List.copyOf(columns);
    }

    /** One table that is read in several ways, with the columns of all of them. */
    public static FingerprintedTable of(Collection<SourceTable<?>> ways, boolean keysMatter) {
        SourceTable<?> any = ways.iterator().next();
        Map<String, Column<?>> columns = new TreeMap<>();
        ways.forEach(way -> way.columns().forEach(column -> columns.putIfAbsent(column.name(), column)));
        return new FingerprintedTable(any, List.copyOf(columns.values()), keysMatter);
    }

    /** This table with the columns that its rows take from joined ones: their changes then count as its own. */
    public FingerprintedTable withJoinedColumns() {
        return new FingerprintedTable(
                table, Stream.concat(columns.stream(), table.rowColumns().stream()).distinct().toList(), keysMatter);
    }

    /** The steps to the tables that columns are joined from; none where all columns are the table's own. */
    public Stream<SourcePath.Step> joins() {
        return columns.stream().allMatch(column -> column.table() == table) ? Stream.empty() : table.joins().stream();
    }

    /** The table's name in the source. */
    public String name() {
        return table.name();
    }

    /** The content of its fingerprints: only fingerprints with the same description can be compared. */
    public String description() {
        return columns.stream().map(Column::name).collect(Collectors.joining(","))
                + " by " + String.join(",", table.key().names()) + " in " + table.rangeWidth()
                + (keysMatter ? " and keys" : "");
    }
}
