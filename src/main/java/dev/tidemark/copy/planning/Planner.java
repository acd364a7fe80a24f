package dev.tidemark.copy.planning;

import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.failure.TidemarkException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the plan of a copy from the configuration and from the tables that both ends have. Whatever does not fit is a
 * usage failure, or a failure of the end that lacks something, with the name.
 */
public final class Planner {
    private final CopySettings settings;
    private final CopyTarget target;
    private final Complaints complaints;

    /** A planner for {@code settings} and the target that they name. */
    public Planner(CopySettings settings, CopyTarget target) {
        this.settings = settings;
        this.target = target;
        this.complaints = new Complaints(settings.file());
    }

    /** The plan for a source with these tables. */
    public CopyPlan plan(List<TableShape> source) {
        complaints.requireKnown("tables", settings.tables().keySet(), source.stream().map(TableShape::name).toList());
        List<TableNames> names = names(source);
        Map<String, TableShape> found = new HashMap<>();
        target.tables().forEach(table -> found.put(table.name(), table));
        List<TableShape> missing = new ArrayList<>();
        List<CopyTable> tables = new ArrayList<>();
        for (TableNames table : names) {
            TablePlanner planner = new TablePlanner(settings, target, complaints, names, table);
            TableShape there = Optional.ofNullable(found.get(table.target())).orElseGet(() -> {
                TableShape wanted = planner.wanted();
                missing.add(wanted);
                return wanted;
            });
            tables.add(planner.planned(there));
        }
        return new CopyPlan(ParentsFirst.of(tables), missing, settings.keys() == CopySettings.Keys.ASSIGN);
    }

    /** The same, where all tables have to be in the target. */
    public CopyPlan planOfAll(List<TableShape> source) {
        CopyPlan plan = plan(source);
        if (!plan.missing().isEmpty()) {
            throw TidemarkException.warehouse(
                    "The target has no table " + plan.missing().getFirst().name(),
                    "init, which creates it; with create: never, create it yourself",
                    null);
        }
        return plan;
    }

    private List<TableNames> names(List<TableShape> source) {
        Map<String, TableNames> byTarget = new LinkedHashMap<>();
        for (TableShape shape : source) {
            CopySettings.Table table = settings.tables().getOrDefault(shape.name(), TableNames.NO_SETTINGS);
            if (table.skip()) {
                continue;
            }
            String name = table.target().orElseGet(() -> Naming.of(settings.names(), shape.name()));
            complaints.requireFits("table", shape.name(), name, target.longestName());
            TableNames other = byTarget.put(name, new TableNames(shape, table, name));
            if (other != null) {
                throw TidemarkException.usage(
                        "The tables %s and %s would both be called %s in the target"
                                .formatted(other.source().name(), shape.name(), name),
                        "give one of them another name by \"target\" in " + settings.file());
            }
        }
        if (byTarget.isEmpty()) {
            throw TidemarkException.usage(
                    "There is no table to copy", "a source with tables, or fewer of them with skip: true");
        }
        return List.copyOf(byTarget.values());
    }
}
