package dev.tidemark.cli.output.validation;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One check of a validation in words, the same in every format.
 *
 * @param kind what was compared, such as {@link #ROWS}
 * @param name what exactly, such as {@code fact_payment} or {@code fact_payment by store 1}
 * @param verdict the result
 * @param summary one sentence
 * @param details one line for each named row
 */
record ValidationFinding(String kind, String name, Verdict verdict, String summary, List<String> details) {
    /** The kind of a finding on the rows of the table that is its name. */
    static final String ROWS = "rows";

    /** The kind of the finding on the period whose facts were compared. */
    static final String PERIOD = "period";

    /** The details, a line each, which name the table of a row. */
    String lines() {
        return details.stream()
                .map(line -> (kind.equals(ROWS) ? name + " " : "") + line + "\n")
                .collect(Collectors.joining());
    }

    /** A row that differs, in words; {@code columns} are those of {@link #column}. */
    static String row(String key, Enum<?> kind, List<String> columns) {
        return key + ": " + kind.name().toLowerCase(Locale.ROOT) + String.join("", columns);
    }

    /** A column that differs, in words. */
    static String column(String name, String actual, String expected) {
        return "; " + name + " is " + quoted(actual) + ", should be " + quoted(expected);
    }

    private static String quoted(String value) {
        return value == null ? "NULL" : "\"" + Words.visible(value) + "\"";
    }
}
