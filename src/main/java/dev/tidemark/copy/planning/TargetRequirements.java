package dev.tidemark.copy.planning;

import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.failure.TidemarkException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a target needs to have before a copy can be prepared.
 *
 * @param creates whether init creates tables that are missing
 */
public record TargetRequirements(CopyTarget target, boolean creates) {
    /** Fails if a table is missing that init does not create. */
    public void requireCreatable(CopyPlan plan) {
        if (!creates && !plan.missing().isEmpty()) {
            throw TidemarkException.warehouse(
                    "The target %s has no table %s".formatted(target.address(), plan.missing().getFirst().name()),
                    "create: missing, by which init creates it; or create it yourself",
                    null);
        }
    }

    /** Fails if the user lacks privileges for tables that are there. */
    public void requirePrivileges(CopyPlan plan) {
        Set<String> missing = plan.missing().stream().map(TableShape::name).collect(Collectors.toSet());
        List<String> lacks = target.missingPrivileges(plan.tables().stream()
                .filter(table -> !missing.contains(table.target()))
                .toList());
        if (!lacks.isEmpty()) {
            throw TidemarkException.warehouse(
                    "The user of the target %s lacks privileges: %s"
                            .formatted(target.address(), String.join("; ", lacks)),
                    "have the owner of the target grant them",
                    null);
        }
    }
}
