package dev.tidemark.check;

import dev.tidemark.failure.Reason;
import dev.tidemark.failure.TidemarkException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects findings; what fails in a way that is known is a problem, and the checks go on. */
final class Checks {
    private final List<Finding> findings = new ArrayList<>();
    private Reason firstProblem;

    void add(Finding finding) {
        findings.add(finding);
    }

    /** Adds what {@code check} finds, or its failure; returns whether it did not fail. */
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
