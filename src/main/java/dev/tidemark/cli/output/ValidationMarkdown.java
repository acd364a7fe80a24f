package dev.tidemark.cli.output;

import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A validation as Markdown, for the summary of a CI job. */
public final class ValidationMarkdown {
    private ValidationMarkdown() {}

    /** The verdict, a table of all checks, and the rows that they name. */
    public static String of(ValidationResult result) {
        List<ValidationFinding> findings = ValidationFinding.of(result);
        StringBuilder text = new StringBuilder("## Tidemark validation\n\n**")
                .append(ValidationText.verdict(result))
                .append("**\n\n")
                .append(ValidationText.scope(result))
                .append("\n");
        if (result.periodIsEmpty()) {
            text.append("\nThe period holds no facts, so no facts were compared.\n");
        }
        text.append("\n| check | of | verdict | found |\n|---|---|---|---|\n");
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
        String word = verdict.name().toLowerCase(Locale.ROOT);
        return verdict == Verdict.DIFFERENT ? "**" + word + "**" : word;
    }

    // Text from the source is not markup, even if it looks like markup.
    private static String escaped(String text) {
        return text.replaceAll("[\\\\`*_{}\\[\\]<>#|~&]", "\\\\$0").replaceAll("\\R", " ");
    }
}
