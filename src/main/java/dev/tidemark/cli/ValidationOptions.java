package dev.tidemark.cli;

import dev.tidemark.cli.option.ToleranceConverter;
import dev.tidemark.cli.output.validation.ValidationFormat;
import dev.tidemark.comparison.Tolerance;
import picocli.CommandLine.Option;

/** The options that the validation of every kind of target has. */
public final class ValidationOptions {
    @Option(
            names = "--tolerance",
            paramLabel = "LIMITS",
            defaultValue = "rows=0,amount=0",
            converter = ToleranceConverter.class,
            description = "How much may be wrong: rows of a table, and the amount of a total;"
                    + " default ${DEFAULT-VALUE}.")
    private Tolerance tolerance;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or table (the same), json, junit (XML of test results) or markdown;"
                    + " default ${DEFAULT-VALUE}.")
    private ValidationFormat format;

    /** How much may be wrong. */
    public Tolerance tolerance() {
        return tolerance;
    }

    /** The format of the result. */
    public ValidationFormat format() {
        return format;
    }
}
