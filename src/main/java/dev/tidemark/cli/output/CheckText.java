package dev.tidemark.cli.output;

import dev.tidemark.check.CheckResult;
import dev.tidemark.check.Finding;
import dev.tidemark.check.Finding.Level;
import dev.tidemark.cli.terminal.Colours;
import dev.tidemark.cli.text.TextTable;
import java.util.List;
import java.util.Locale;

/** The result of a check as text for people. */
public final class CheckText {
    private static final String INDENT = " ".repeat(32);

    private CheckText() {}

    /** The findings by area, each with its hint, then the number of problems and warnings. */
    public static String of(CheckResult result, Colours colours) {
        return findings(result.findings(), colours) + "\n" + summary(result);
    }

    /** The problems alone, by area, each with its hint. */
    public static String problems(CheckResult result, Colours colours) {
        return findings(
                        result.findings().stream().filter(finding -> finding.level() == Level.PROBLEM).toList(),
                        colours)
                .stripTrailing();
    }

    private static String findings(List<Finding> findings, Colours colours) {
        StringBuilder text = new StringBuilder();
        String area = "";
        for (Finding finding : findings) {
            if (!finding.area().equals(area)) {
                area = finding.area();
                text.append(text.isEmpty() ? "" : "\n").append(title(area)).append("\n");
            }
            text.append("  ").append(level(finding.level(), colours))
                    .append(String.format(Locale.ROOT, "%-21s %s%n", finding.name(), finding.text()));
            if (finding.hint() != null) {
                text.append(INDENT).append("Try: ").append(finding.hint()).append("\n");
            }
            finding.details().forEach(line -> text.append("    ").append(line).append("\n"));
        }
        return text.toString();
    }

    private static String title(String area) {
        return area.substring(0, 1).toUpperCase(Locale.ROOT) + area.substring(1);
    }

    private static String level(Level level, Colours colours) {
        String word = String.format(Locale.ROOT, "%-8s", level.name().toLowerCase(Locale.ROOT));
        return switch (level) {
            case OK -> colours.good(word);
            case NOTE -> word;
            case WARNING -> colours.doubtful(word);
            case PROBLEM -> colours.bad(word);
        };
    }

    /** The number of problems and warnings, one line. */
    public static String summary(CheckResult result) {
        long problems = result.count(Level.PROBLEM);
        long warnings = result.count(Level.WARNING);
        if (problems + warnings == 0) {
            return "All is well.";
        }
        return (problems == 0 ? "No problems" : counted(problems, "problem")) + ", "
                + (warnings == 0 ? "no warnings" : counted(warnings, "warning")) + ".";
    }

    private static String counted(long count, String word) {
        return TextTable.number(count) + " " + word + (count == 1 ? "" : "s");
    }
}
