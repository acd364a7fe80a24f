package dev.tidemark.cli.output.validation;

import dev.tidemark.cli.text.JsonText;
import java.util.Locale;

/** The format of a validation. */
public enum ValidationFormat {
    /** For people; the same as {@link #TABLE}. */
    TEXT,
    /** For people. */
    TABLE,
    /** One document. */
    JSON,
    /** Test results, as CI systems read them. */
    JUNIT,
    /** For the summary of a CI job. */
    MARKDOWN;

    /** Whether it is for people, not for programs. */
    public boolean isForPeople() {
        return this == TEXT || this == TABLE;
    }

    /**
     * The report in this format.
     *
     * @param failOn which verdicts fail the command
     * @param failuresAlone whether people are told only of the checks that fail
     */
    public String text(ValidationReport validation, FailOn failOn, boolean failuresAlone) {
        return switch (this) {
            case TEXT, TABLE -> failuresAlone ? validation.failures(failOn) : validation.text();
            case JSON -> JsonText.of(validation.result());
            case JUNIT -> ValidationJunit.of(validation, failOn);
            case MARKDOWN -> ValidationMarkdown.of(validation);
        };
    }

    /** As users write it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
