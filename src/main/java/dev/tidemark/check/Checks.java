package dev.tidemark.check;

import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects findings; a {@link TidemarkException} becomes a problem, and the checks go on. */
public final class Checks {
    private final List<Finding> findings = new ArrayList<>();
    private Reason firstProblem;

    /** Adds a finding that is no problem. */
    public void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds the finding of {@code check}, or its failure as a problem; returns whether it succeeded. */
    public boolean add(String area, String name, Supplier<Finding> check) {
        Optional<Finding> finding = attempt(area, name, check);
        finding.ifPresent(findings::add);
        return finding.isPresent();
    }

    /** Returns what {@code action} returns; adds its failure as a problem, and returns nothing then. */
    public <R> Optional<R> attempt(String area, String name, Supplier<R> action) {
        try {
            return Optional.of(action.get());
        } catch (TidemarkException failure) {
            firstProblem = firstProblem == null ? failure.reason() : firstProblem;
            findings.add(Finding.problem(area, name, failure));
            return Optional.empty();
        }
    }

    /** All findings so far. */
    public CheckResult result() {
        return new CheckResult(firstProblem == null, firstProblem, List.copyOf(findings));
    }
}
