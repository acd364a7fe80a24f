package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ReferenceShape;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.failure.TidemarkException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Plans the references of a table to tables that are copied: those that the source declares, and those that the
 * configuration names.
 */
final class ReferencePlanner {
    private final List<TableNames> all;
    private final TableNames table;
    private final CarriedColumns carried;
    private final CopySettings.Names names;

    /** The references of {@code table}, one of {@code all}. */
    ReferencePlanner(List<TableNames> all, TableNames table, CarriedColumns carried, CopySettings.Names names) {
        this.all = all;
        this.table = table;
        this.carried = carried;
        this.names = names;
    }

    /** Whether a column of the source refers to another table. */
    boolean refers(String column) {
        return references().anyMatch(reference -> reference.columns().contains(column));
    }

    /** The foreign keys that the target should have. */
    List<ReferenceShape> wanted() {
        return references()
                .map(reference -> {
                    TableNames parent = named(reference.parent());
                    return new ReferenceShape(
                            carried.inTarget(reference.columns()),
                            parent.target(),
                            CarriedColumns.of(parent, names).inTarget(reference.parentColumns()));
                })
                .toList();
    }

    /** The references for a target that has the table {@code there}. */
    List<CopyReference> planned(TableShape there) {
        return references().map(reference -> planned(reference, there)).toList();
    }

    private Stream<NamedReference> references() {
        Stream<NamedReference> declared = table.source().references().stream()
                .filter(reference -> carried.hasAll(reference.columns()))
                .flatMap(reference -> find(reference.parent()).stream().map(parent -> named(
                        reference.columns(), parent, exact(parent, reference.parentColumns()))));
        Stream<NamedReference> configured = table.settings().references().entrySet().stream()
                .map(entry -> {
                    TableNames parent = named(entry.getValue());
                    return named(List.of(entry.getKey()), parent, parent.source().primaryKey());
                });
        return Stream.concat(declared, configured).distinct();
    }

    private NamedReference named(List<String> columns, TableNames parent, List<String> parentColumns) {
        boolean fits = parentColumns.size() == columns.size()
                && CarriedColumns.of(parent, names).hasAll(parentColumns);
        if (!fits) {
            throw TidemarkException.usage(
                    "The columns %s of %s refer to columns of %s that are not carried over"
                            .formatted(
                                    String.join(", ", columns), table.source().name(), parent.source().name()),
                    "carry them over, or leave the columns that refer to them out");
        }
        return new NamedReference(columns, parent.source().name(), parentColumns);
    }

    private CopyReference planned(NamedReference reference, TableShape there) {
        TableNames parent = named(reference.parent());
        List<String> columns = carried.inTarget(reference.columns());
        boolean enforced = there.references().stream()
                .anyMatch(each -> each.columns().equals(columns) && each.parent().equals(parent.target()));
        return new CopyReference(
                carried.positions(reference.columns()),
                reference.parent(),
                CarriedColumns.of(parent, names).positions(reference.parentColumns()),
                enforced);
    }

    // SQLite does not care for upper and lower case in a foreign key.
    private static List<String> exact(TableNames parent, List<String> columns) {
        List<String> wanted = columns.isEmpty() ? parent.source().primaryKey() : columns;
        return wanted.stream()
                .map(name -> parent.source().column(name).map(ColumnShape::name).orElse(name))
                .toList();
    }

    private Optional<TableNames> find(String source) {
        return first(source::equals).or(() -> first(source::equalsIgnoreCase));
    }

    private Optional<TableNames> first(Predicate<String> wanted) {
        return all.stream().filter(each -> wanted.test(each.source().name())).findFirst();
    }

    private TableNames named(String source) {
        return find(source).orElseThrow();
    }

    private record NamedReference(List<String> columns, String parent, List<String> parentColumns) {}
}
