package dev.tidemark.sqlite.source;

import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ColumnShape.Origin;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads the shapes of the source's tables from what SQLite says about them. */
final class SourceSchema {
    private final SnapshotQueries queries;

    SourceSchema(SnapshotQueries queries) {
        this.queries = queries;
    }

    /** The tables by name, without SQLite's own, virtual ones and what these store their content in. */
    List<TableShape> tables() {
        List<TableShape> alone = queries.tables().stream()
                .map(row -> table((String) row[0], isOne(row[1])))
                .toList();
        return alone.stream().map(table -> withReferences(table, alone)).toList();
    }

    private TableShape table(String name, boolean withoutRowid) {
        List<Object[]> columns = queries.columns(name);
        Collection<List<Index>> indexes = queries.indexes(name).stream()
                .map(row -> new Index((String) row[0], isOne(row[1]), (String) row[2], (String) row[3]))
                .collect(Collectors.groupingBy(Index::name, LinkedHashMap::new, Collectors.toList()))
                .values();
        List<String> primaryKey = columns.stream()
                .filter(SourceSchema::isInPrimaryKey)
                .sorted(Comparator.comparing(row -> (Long) row[4]))
                .map(row -> (String) row[0])
                .toList();
        // A primary key without an index is another name of the rowid.
        boolean isRowid = !primaryKey.isEmpty() && indexes.stream().noneMatch(index -> index.getFirst().isPrimary());
        return new TableShape(
                name,
                columns.stream().map(row -> column(row, withoutRowid, isRowid)).toList(),
                primaryKey,
                columnsOf(indexes, index -> index.isUnique() && !index.isPrimary()),
                columnsOf(indexes, index -> !index.isUnique()),
                List.of());
    }

    private static ColumnShape column(Object[] row, boolean withoutRowid, boolean isRowid) {
        boolean isKey = isInPrimaryKey(row);
        Origin origin = isComputed(row) ? Origin.COMPUTED : isKey && isRowid ? Origin.NUMBERED : Origin.GIVEN;
        return new ColumnShape(
                (String) row[0],
                (String) row[1],
                isOne(row[2]) || isKey && (isRowid || withoutRowid),
                origin,
                (String) row[3]);
    }

    private static List<List<String>> columnsOf(Collection<List<Index>> indexes, Predicate<Index> wanted) {
        return indexes.stream()
                .filter(index -> wanted.test(index.getFirst()))
                .filter(index -> index.stream().noneMatch(part -> part.column() == null))
                .map(index -> index.stream().map(Index::column).toList())
                .distinct()
                .toList();
    }

    private TableShape withReferences(TableShape table, List<TableShape> all) {
        Map<Object, List<Object[]>> byNumber = queries.references(table.name()).stream()
                .collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new, Collectors.toList()));
        List<ReferenceShape> references = new ArrayList<>();
        byNumber.values().forEach(rows -> reference(rows, all).ifPresent(references::add));
        return new TableShape(
                table.name(), table.columns(), table.primaryKey(), table.uniques(), table.indexes(), references);
    }

    // Empty if there is no such parent, or it has no such columns: SQLite allows that until a row is written.
    private static Optional<ReferenceShape> reference(List<Object[]> rows, List<TableShape> all) {
        String named = (String) rows.getFirst()[1];
        return all.stream().filter(parent -> parent.name().equalsIgnoreCase(named)).findFirst().flatMap(parent -> {
            boolean isImplied = rows.getFirst()[3] == null;
            List<String> parentColumns = isImplied
                    ? parent.primaryKey()
                    : rows.stream()
                            .flatMap(row -> parent.column((String) row[3]).stream())
                            .map(ColumnShape::name)
                            .toList();
            List<String> columns = rows.stream().map(row -> (String) row[2]).toList();
            return columns.size() == parentColumns.size()
                    ? Optional.of(new ReferenceShape(columns, parent.name(), parentColumns))
                    : Optional.empty();
        });
    }

    private static boolean isInPrimaryKey(Object[] column) {
        return (Long) column[4] > 0;
    }

    // 2 and 3: computed when it is read, or when the row is written.
    private static boolean isComputed(Object[] column) {
        return (Long) column[5] >= 2;
    }

    private static boolean isOne(Object value) {
        return Long.valueOf(1).equals(value);
    }

    /** A column of an index; null for an expression. */
    private record Index(String name, boolean isUnique, String origin, String column) {
        boolean isPrimary() {
            return origin.equals("pk");
        }
    }
}
