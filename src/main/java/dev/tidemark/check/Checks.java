package dev.tidemark.check;

import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects findings; a {@link TidemarkException} becomes a problem, and the checks go on. */
final class Checks {
    private final List<Finding> findings = new ArrayList<>();
    private Reason firstProblem;

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds the finding of {@code check}, or its failure as a problem; returns whether it succeeded. */
    boolean add(String area, String name, Supplier<Finding> check) {
        try {
            findings.add(check.get());
            return true;
        } catch (TidemarkException failure) {
            firstProblem = firstProblem == null ? failure.reason() : firstProblem;
            findings.add(Finding.problem(area, name, failure));
            return false;
        }
    }

    CheckResult result() {
        return new CheckResult(firstProblem == null, firstProblem, List.copyOf(findings));
    }
}
