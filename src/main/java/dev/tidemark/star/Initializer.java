package dev.tidemark.star;

import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.run.Counts;
import dev.tidemark.run.History;
import dev.tidemark.run.States;
import dev.tidemark.run.SyncState;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.sqlite.WarehouseSession;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Prepares a warehouse: checks the source, creates or upgrades the file, fills the tables that need no source. */
public final class Initializer {
    private final SourceDatabase source;
    private final WarehouseDatabase warehouse;
    private final SyncPlan plan;
    private final History runs;

    /** An initializer of {@code warehouse} for {@code plan}. */
    public Initializer(SourceDatabase source, WarehouseDatabase warehouse, SyncPlan plan, History runs) {
        this.source = source;
        this.warehouse = warehouse;
        this.plan = plan;
        this.runs = runs;
    }

    /**
     * Checks the warehouse's place and the source, and touches nothing. A place that cannot hold a warehouse is a
     * warehouse failure, a source that cannot be read a source failure.
     */
    public SourceCheck check() {
        warehouse.requireUsableForInit();
        SourceRequirements requirements = SourceRequirements.of(plan);
        return source.snapshot(snapshot -> {
            requirements.requireColumns(snapshot.columns());
            requirements.requireReadable(snapshot);
            requirements.requireFit(snapshot);
            return new SourceCheck(
                    source.address(),
                    snapshot.server().version(),
                    (int) requirements.size(),
                    snapshot.takenAt().toLocalDate());
        });
    }

    /** Creates or upgrades the warehouse; safe to repeat. A file that is something else is left alone. */
    public InitResult initialize(SourceCheck check) {
        int migrations = warehouse.migrate();
        List<TableRows> tables = runs.recording("init", run -> warehouse.complete(session -> {
            Map<String, SyncState> known = States.read(session);
            Counts counts = plan.tables().stream()
                    .filter(table -> known.get(table.name()) == null || !known.get(table.name()).isLoaded())
                    .map(table -> fillDerived(session, table, check.today()))
                    .reduce(Counts.NONE, Counts::plus);
            plan.tables().stream()
                    .filter(table -> !known.containsKey(table.name()))
                    .forEach(table -> States.write(session, initial(session, table, run)));
            runs.succeed(session, run, counts);
            return plan.tables().stream()
                    .map(table -> new TableRows(table.name(), session.countRows(table.target())))
                    .toList();
        }));
        return new InitResult(
                warehouse.path().toString(), migrations, check.address(), check.version(), check.tables(), tables);
    }

    // A table that was loaded already is level with its snapshot, and stays so.
    private static Counts fillDerived(WarehouseSession session, TableSync table, LocalDate today) {
        return table instanceof DerivedSync<?> derived ? DerivedRows.level(session, derived, today) : Counts.NONE;
    }

    private static SyncState initial(WarehouseSession session, TableSync table, long run) {
        return new SyncState(table.name(), null, null, session.countRows(table.target()), run);
    }

    /**
     * What was found of the source.
     *
     * @param address host, port and schema
     * @param version the server's version
     * @param tables the number of tables that are read
     * @param today the date by the source's clock, UTC
     */
    public record SourceCheck(String address, String version, int tables, LocalDate today) {}
}
