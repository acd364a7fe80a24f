package dev.tidemark.cli.output.validation;

import dev.tidemark.comparison.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/** A validation as Markdown, for the summary of a CI job. */
public final class ValidationMarkdown {
    private ValidationMarkdown() {}

    /** The verdict, a table of all checks, and the rows that they name. */
    public static String of(ValidationReport report) {
        List<ValidationFinding> findings = report.findings();
        StringBuilder text = new StringBuilder("## Tidemark validation\n\n**")
                .append(report.headline())
                .append("**\n\n| check | of | verdict | found |\n|---|---|---|---|\n");
        findings.forEach(finding -> text.append("| %s | %s | %s | %s |\n"
                .formatted(
                        finding.kind(),
                        code(finding.name()),
                        verdict(finding.verdict()),
                        escaped(finding.summary()))));
        findings.stream()
                .filter(finding -> !finding.details().isEmpty())
                .forEach(finding -> text.append(details(finding)));
        return text.toString();
    }

    private static String details(ValidationFinding finding) {
        return finding.details().stream()
                .map(line -> "- " + escaped(line) + "\n")
                .collect(Collectors.joining("", "\n### " + code(finding.name()) + "\n\n", ""));
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String verdict(Verdict verdict) {
        String word = verdict.word();
        return verdict == Verdict.DIFFERENT ? "**" + word + "**" : word;
    }

    // Text from the source is not markup, even if it looks like markup.
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0").replaceAll("\\R", " ");
    }
}
