package dev.tidemark.copy.check;

import static dev.tidemark.check.Finding.note;
import static dev.tidemark.check.Finding.ok;

import dev.tidemark.check.Checks;
import dev.tidemark.check.Finding;
import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.planning.Planner;
import dev.tidemark.copy.planning.TargetRequirements;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTarget;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Checks the target of a copy. */
record TargetChecks(CopyTarget target, TargetRequirements requirements, Planner planner) {
    private static final String AREA = "target";

    /**
     * Adds all findings; if the target cannot be reached, only that problem. Returns whether it can be reached.
     *
     * @param source the tables of the source; empty where it cannot be read
     */
    boolean run(Checks checks, Optional<List<TableShape>> source) {
        if (!checks.add(AREA, "connection", this::connection)) {
            return false;
        }
        checks.add(AREA, "encryption", this::encryption);
        source.flatMap(tables -> checks.attempt(AREA, "columns", () -> planner.plan(tables))).ifPresent(plan -> {
            checks.add(AREA, "tables", () -> tables(plan));
            checks.add(AREA, "columns", () -> ok(AREA, "columns", "every column can take the source's"));
            checks.add(AREA, "privileges", () -> privileges(plan));
        });
        return true;
    }

    private Finding connection() {
        return ok(AREA, "connection", target.address() + " can be reached, " + target.version());
    }

    private Finding encryption() {
        return target.encryption()
                .map(version -> ok(AREA, "encryption", "the connection is encrypted by " + version))
                .orElseGet(() ->
                        note(AREA, "encryption", "the connection is not encrypted", "--target-tls required"));
    }

    private Finding tables(CopyPlan plan) {
        requirements.requireCreatable(plan);
        return plan.missing().isEmpty()
                ? ok(AREA, "tables", "all %d are there".formatted(plan.tables().size()))
                : note(
                        AREA,
                        "tables",
                        "tables are missing: "
                                + plan.missing().stream().map(TableShape::name).collect(Collectors.joining(", ")),
                        "init, which creates them");
    }

    private Finding privileges(CopyPlan plan) {
        requirements.requirePrivileges(plan);
        return ok(AREA, "privileges", "the user may do what a run does");
    }
}
