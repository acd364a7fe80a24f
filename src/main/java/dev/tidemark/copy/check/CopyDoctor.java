package dev.tidemark.copy.check;

import static dev.tidemark.copy.state.TableStateTable.COPY_TABLE;

import dev.tidemark.check.CheckResult;
import dev.tidemark.check.Checks;
import dev.tidemark.check.FileChecks;
import dev.tidemark.check.Finding;
import dev.tidemark.config.CopySettings;
import dev.tidemark.copy.planning.Planner;
import dev.tidemark.copy.planning.TargetRequirements;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.KnownTarget;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.target.TargetSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Checks both ends and the state of a copy, and changes nothing. */
public final class CopyDoctor {
    private static final String STATE = "state";

    private final CopySettings settings;
    private final SourceChecks source;
    private final CopyTarget target;
    private final TargetChecks targetChecks;
    private final CopyState state;

    /** A doctor of a copy. */
    public CopyDoctor(
            CopySettings settings,
            CopySource source,
            CopyTarget target,
            TargetRequirements requirements,
            Planner planner,
            CopyState state) {
        this.settings = settings;
        this.source = new SourceChecks(source, settings);
        this.target = target;
        this.targetChecks = new TargetChecks(target, requirements, planner);
        this.state = state;
    }

    /** The findings: first {@code known}, then those of the source, the target and the state. */
    public CheckResult check(List<Finding> known) {
        Checks checks = new Checks();
        known.forEach(checks::add);
        Optional<List<TableShape>> tables = source.run(checks);
        boolean reachable = targetChecks.run(checks, tables);
        if (new FileChecks(state.file(), STATE, "state file", true, this::isFilled).run(checks)) {
            checks.add(STATE, "rejected rows", this::rejectedRows);
            if (reachable) {
                checks.add(STATE, "target", this::knownTarget);
            }
        }
        return checks.result();
    }

    private boolean isFilled(TargetSession records) {
        List<TableState> tables = tables(records);
        return !tables.isEmpty() && tables.stream().allMatch(table -> table.snapshotAt() != null);
    }

    private List<TableState> tables(TargetSession records) {
        return records.rows(COPY_TABLE).stream().filter(table -> !settings.skips(table.tableName())).toList();
    }

    private Finding knownTarget() {
        KnownTarget known = KnownTarget.of(target, state);
        known.requireNoOther();
        return known.isComplete()
                ? Finding.ok(STATE, "target", "it belongs to this target")
                : Finding.note(STATE, "target", "the next run compares every row with the target", "incremental");
    }

    private Finding rejectedRows() {
        long rows = state.file().read(records -> tables(records).stream().mapToLong(TableState::rejected).sum());
        return rows == 0
                ? Finding.ok(STATE, "rejected rows", "no row was left out")
                : Finding.warning(
                        STATE,
                        "rejected rows",
                        String.format(Locale.ROOT, "%,d rows were left out", rows),
                        "status --rejected, which lists them with their reasons");
    }
}
