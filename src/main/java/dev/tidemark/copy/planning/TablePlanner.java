package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.ColumnShape;
import dev.tidemark.copy.shape.ColumnShape.Origin;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.Transform;
import dev.tidemark.copy.value.Transforms;
import dev.tidemark.failure.NearestName;
import dev.tidemark.failure.TidemarkException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans one table of a copy. */
final class TablePlanner {
    private final CopySettings settings;
    private final CopyTarget target;
    private final Complaints complaints;
    private final List<TableNames> all;
    private final TableNames table;
    private final CarriedColumns carried;
    private final ReferencePlanner references;
    private final List<String> key;

    TablePlanner(
            CopySettings settings,
            CopyTarget target,
            Complaints complaints,
            List<TableNames> all,
            TableNames table) {
        this.settings = settings;
        this.target = target;
        this.complaints = complaints;
        this.all = all;
        this.table = table;
        requireKnownNames();
        this.carried = CarriedColumns.of(table, settings.names());
        requireDistinctNames();
        this.references = new ReferencePlanner(all, table, carried, settings.names());
        this.key = key();
    }

    /** The table that the target should have, if it has none. */
    TableShape wanted() {
        return new TableShape(
                table.target(),
                carried.columns().stream().map(this::wanted).toList(),
                carried.inTarget(key),
                carriedOnly(table.source().uniques()).map(carried::inTarget).toList(),
                carriedOnly(table.source().indexes()).map(carried::inTarget).toList(),
                references.wanted());
    }

    /** The plan for a target that has the table {@code there}. */
    CopyTable planned(TableShape there) {
        List<CopyColumn> columns = carried.columns().stream().map(column -> planned(column, there)).toList();
        requireNothingElseRequired(there, columns);
        List<Integer> primary = there.primaryKey().stream().map(name -> positionInTarget(columns, name)).toList();
        OptionalInt assigned = assigned(there, primary);
        List<Integer> natural = assigned.isPresent() ? naturalKey(there, columns) : primary;
        if (primary.isEmpty() || primary.contains(-1)) {
            throw TidemarkException.warehouse(
                    "The table %s of the target has no primary key that is carried over".formatted(there.name()),
                    "give it one of columns that are copied, or leave the table out by skip: true",
                    null);
        }
        if (assigned.isEmpty() && !Set.copyOf(primary).equals(Set.copyOf(carried.positions(key)))) {
            throw TidemarkException.warehouse(
                    "The primary key of the table %s in the target is not %s, by which the source tells its rows"
                            .formatted(there.name(), String.join(", ", key)),
                    "keys: assign, if the target gives ids of its own; else a primary key of these columns",
                    null);
        }
        return new CopyTable(
                table.source().name(),
                table.target(),
                columns,
                carried.positions(key),
                assigned.isPresent() ? natural : primary,
                there.uniques().stream()
                        .map(unique -> unique.stream().map(name -> positionInTarget(columns, name)).toList())
                        .filter(unique -> !unique.contains(-1))
                        .toList(),
                natural,
                assigned,
                table.settings().changedAt().map(name -> OptionalInt.of(carried.position(name))).orElse(OptionalInt.empty()),
                references.planned(there),
                there.columns().stream()
                        .filter(column -> column.origin() == Origin.NUMBERED || column.origin() == Origin.ALWAYS_NUMBERED)
                        .map(ColumnShape::name)
                        .findFirst()
                        .orElse(null));
    }

    private void requireKnownNames() {
        String path = "tables." + table.source().name();
        List<String> names = table.source().columns().stream().map(ColumnShape::name).toList();
        complaints.requireKnown(path + ".columns", table.settings().columns().keySet(), names);
        complaints.requireKnown(path + ".natural-key", table.settings().naturalKey(), names);
        complaints.requireKnown(path + ".changed-at", table.settings().changedAt().stream().toList(), names);
        complaints.requireKnown(path + ".references", table.settings().references().keySet(), names);
        complaints.requireKnown(
                path + ".references",
                table.settings().references().values(),
                all.stream().map(each -> each.source().name()).toList());
        Stream.concat(table.settings().naturalKey().stream(), table.settings().changedAt().stream())
                .filter(name -> table.settings(name).skip())
                .findFirst()
                .ifPresent(name -> {
                    throw TidemarkException.usage(
                            "The column %s of %s is left out by skip, and named as a key or a time of change"
                                    .formatted(name, table.source().name()),
                            "carry it over, or name another one in " + settings.file());
                });
    }

    private void requireDistinctNames() {
        Map<String, String> byTarget = new HashMap<>();
        for (ColumnShape column : carried.columns()) {
            String name = table.target(column.name(), settings.names());
            String other = byTarget.put(name, column.name());
            if (other != null) {
                throw TidemarkException.usage(
                        "The columns %s and %s of %s would both be called %s in the target"
                                .formatted(other, column.name(), table.source().name(), name),
                        "give one of them another name by \"to\" in " + settings.file());
            }
        }
    }

    // The columns that identify a row of the source.
    private List<String> key() {
        List<String> found = Stream.concat(
                        Stream.of(table.source().primaryKey()),
                        Stream.concat(Stream.of(table.settings().naturalKey()), requiredUniques()))
                .filter(columns -> !columns.isEmpty())
                .findFirst()
                .orElseThrow(() -> complaints.incomplete(
                        "The table %s of the source has no primary key, so its rows cannot be told apart"
                                .formatted(table.source().name()),
                        "tables.%s.natural-key".formatted(table.source().name())));
        found.stream().filter(column -> table.settings(column).skip()).findFirst().ifPresent(column -> {
            throw TidemarkException.usage(
                    "The column %s of %s is left out by skip, and part of its key"
                            .formatted(column, table.source().name()),
                    "carry it over, or leave the table out");
        });
        return found;
    }

    private Stream<List<String>> requiredUniques() {
        return table.source().uniques().stream()
                .filter(unique -> unique.stream()
                        .allMatch(name -> table.source().column(name).orElseThrow().required()));
    }

    private ColumnShape wanted(ColumnShape column) {
        boolean inKey = key.contains(column.name());
        boolean indexed = inKey
                || Stream.of(table.source().uniques(), table.source().indexes())
                        .flatMap(List::stream)
                        .anyMatch(columns -> columns.contains(column.name()))
                || references.refers(column.name());
        String type = table.settings(column.name()).type().orElseGet(() -> target.typeFor(column.type(), indexed));
        return new ColumnShape(
                table.target(column.name(), settings.names()),
                type,
                column.required() || inKey,
                column.origin() == Origin.NUMBERED && inKey && key.size() == 1 ? Origin.NUMBERED : Origin.GIVEN,
                null);
    }

    private CopyColumn planned(ColumnShape column, TableShape there) {
        String name = table.target(column.name(), settings.names());
        complaints.requireFits("column", table.source().name() + "." + column.name(), name, target.longestName());
        ColumnShape found = there.columns().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> TidemarkException.warehouse(
                        "The table %s of the target has no column %s".formatted(there.name(), name),
                        "\"%s\", the nearest name, by tables.%s.columns.%s.to in %s; or skip: true there"
                                .formatted(
                                        NearestName.to(name, there.columns().stream().map(ColumnShape::name).toList()),
                                        table.source().name(),
                                        column.name(),
                                        settings.file()),
                        null));
        if (found.origin() == Origin.COMPUTED) {
            throw TidemarkException.warehouse(
                    "The target computes the column %s.%s itself".formatted(there.name(), name),
                    "tables.%s.columns.%s.skip: true in %s"
                            .formatted(table.source().name(), column.name(), settings.file()),
                    null);
        }
        ColumnType type = target.typeOf(found).orElseThrow(() -> TidemarkException.usage(
                "Nothing can be carried over to the type \"%s\" of %s.%s".formatted(found.type(), there.name(), name),
                "another type, or tables.%s.columns.%s.skip: true in %s"
                        .formatted(table.source().name(), column.name(), settings.file())));
        return new CopyColumn(column.name(), name, type, found.type(), found.required(), transforms(column.name()));
    }

    private List<Transform> transforms(String column) {
        return table.settings(column).transforms().stream()
                .map(name -> Transforms.named(name)
                        .orElseThrow(() -> TidemarkException.usage(
                                "There is no transform \"%s\", which tables.%s.columns.%s.transform in %s names"
                                        .formatted(name, table.source().name(), column, settings.file()),
                                "\"" + NearestName.to(name, Transforms.names()) + "\", the nearest name")))
                .toList();
    }

    // New rows would lack these values.
    private void requireNothingElseRequired(TableShape there, List<CopyColumn> columns) {
        Set<String> names = columns.stream().map(CopyColumn::target).collect(Collectors.toSet());
        there.columns().stream()
                .filter(column -> column.required() && column.origin() == Origin.GIVEN && column.defaultText() == null)
                .filter(column -> !names.contains(column.name()))
                .findFirst()
                .ifPresent(column -> {
                    throw TidemarkException.warehouse(
                            "The target wants a value for %s.%s, and no column of %s is carried over to it"
                                    .formatted(there.name(), column.name(), table.source().name()),
                            "name the column by \"to\" in %s, or give it a default".formatted(settings.file()),
                            null);
                });
    }

    private OptionalInt assigned(TableShape there, List<Integer> primary) {
        boolean assigns = settings.keys() == CopySettings.Keys.ASSIGN
                && primary.size() == 1
                && key.size() == 1
                && primary.equals(carried.positions(key))
                && there.column(there.primaryKey().getFirst())
                        .filter(column -> column.origin() != Origin.GIVEN)
                        .isPresent();
        return assigns ? OptionalInt.of(primary.getFirst()) : OptionalInt.empty();
    }

    private List<Integer> naturalKey(TableShape there, List<CopyColumn> columns) {
        if (!table.settings().naturalKey().isEmpty()) {
            return carried.positions(table.settings().naturalKey());
        }
        Stream<List<Integer>> declared = Stream.concat(
                table.source().uniques().stream().filter(carried::hasAll).map(carried::positions),
                there.uniques().stream()
                        .map(unique -> unique.stream().map(name -> positionInTarget(columns, name)).toList())
                        .filter(unique -> !unique.contains(-1)));
        return declared.findFirst()
                .orElseThrow(() -> complaints.incomplete(
                        "The target gives ids to %s, and no other key tells which of its rows are there already"
                                .formatted(table.source().name()),
                        "tables.%s.natural-key".formatted(table.source().name())));
    }

    private Stream<List<String>> carriedOnly(List<List<String>> columns) {
        return columns.stream().filter(carried::hasAll);
    }

    private static int positionInTarget(List<CopyColumn> columns, String name) {
        for (int position = 0; position < columns.size(); position++) {
            if (columns.get(position).target().equals(name)) {
                return position;
            }
        }
        return -1;
    }
}
