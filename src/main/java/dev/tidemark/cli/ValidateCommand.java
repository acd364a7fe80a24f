package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.DateConverter;
import dev.tidemark.cli.option.ToleranceConverter;
import dev.tidemark.cli.output.FailOn;
import dev.tidemark.cli.output.JsonText;
import dev.tidemark.cli.output.ValidationJunit;
import dev.tidemark.cli.output.ValidationMarkdown;
import dev.tidemark.cli.output.ValidationText;
import dev.tidemark.star.Period;
import dev.tidemark.validation.Tolerance;
import dev.tidemark.validation.ValidationResult;
import dev.tidemark.validation.Validator;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tidemark validate}. */
@Command(
        name = "validate",
        description = {
            "Compares the warehouse with the source: dimensions and bridges whole, facts of a period, row by row and by"
                    + " totals per store. Changes nothing.",
            "Rows that changed in the source since the last run are pending, not wrong. Exits with 1 where"
                    + " the warehouse is wrong."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            "0:the warehouse is right",
            "1:it is wrong, or there are warnings and --fail-on warning",
            HelpText.USAGE,
            HelpText.SOURCE,
            HelpText.WAREHOUSE,
            HelpText.FAULT
        },
        footer = {
            "",
            "Examples:",
            "  tidemark validate --days 7",
            "  tidemark validate --all --format junit --output target/tidemark.xml"
        })
final class ValidateCommand implements Callable<Integer> {
    private enum Format {
        /** For people; the same as {@link #TABLE}. */
        TEXT,
        /** For people. */
        TABLE,
        /** One document. */
        JSON,
        /** Test results, as CI systems read them. */
        JUNIT,
        /** For the summary of a CI job. */
        MARKDOWN
    }

    private static final int DEFAULT_DAYS = 30;

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private PeriodOptions period;

    @Option(
            names = "--tolerance",
            paramLabel = "LIMITS",
            defaultValue = "rows=0,amount=0",
            converter = ToleranceConverter.class,
            description = "How much may be wrong: rows of a table, and the amount of a total;"
                    + " default ${DEFAULT-VALUE}.")
    private Tolerance tolerance;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "difference",
            description = "difference, or warning: then pending and tolerated rows, and a period without any fact,"
                    + " fail too; default ${DEFAULT-VALUE}.")
    private FailOn failOn;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or table (the same), json, junit (XML of test results) or markdown;"
                    + " default ${DEFAULT-VALUE}.")
    private Format format;

    @Mixin
    private ReportFile report;

    @Override
    public Integer call() {
        PeriodOptions options = period == null ? new PeriodOptions() : period;
        options.check(spec.commandLine());
        report.check();
        return Services.with(root, services -> {
            ValidationResult result = services.get(Validator.class).validate(options::period).tolerating(tolerance);
            boolean fails = failOn.fails(result);
            report.print(services, text(services, result), ValidationText.verdict(result), !fails);
            return fails ? ExitCode.DIFFERENCES : ExitCode.DONE;
        });
    }

    private String text(Services services, ValidationResult result) {
        return switch (format) {
            case TEXT, TABLE -> report.laidOut(services.console(), ValidationText.of(result));
            case JSON -> JsonText.of(result);
            case JUNIT -> ValidationJunit.of(result, failOn);
            case MARKDOWN -> ValidationMarkdown.of(result);
        };
    }

    /** Which facts to compare; the options exclude each other. */
    private static final class PeriodOptions {
        @Option(
                names = "--days",
                paramLabel = "N",
                description = "The facts of the last N days, today included; default " + DEFAULT_DAYS + ".")
        private Integer days;

        @Option(names = "--all", description = "All facts.")
        private boolean all;

        @ArgGroup(exclusive = false, multiplicity = "0..1")
        private DateOptions dates;

        void check(CommandLine command) {
            if (days != null && days < 1) {
                throw new CommandLine.ParameterException(
                        command, "Not a number of days: --days " + days + "; it is 1 or more");
            }
            if (dates != null && dates.to.isBefore(dates.from)) {
                throw new CommandLine.ParameterException(
                        command, "--to " + dates.to + " is before --from " + dates.from);
            }
        }

        Optional<Period> period(LocalDate today) {
            if (all) {
                return Optional.empty();
            }
            if (dates != null) {
                return Optional.of(new Period(dates.from, dates.to));
            }
            int span = days == null ? DEFAULT_DAYS : days;
            return Optional.of(new Period(today.minusDays(span - 1L), today));
        }
    }

    private static final class DateOptions {
        @Option(names = "--from", paramLabel = "DATE", required = true, converter = DateConverter.class,
                description = "First day, YYYY-MM-DD.")
        private LocalDate from;

        @Option(names = "--to", paramLabel = "DATE", required = true, converter = DateConverter.class,
                description = "Last day, YYYY-MM-DD.")
        private LocalDate to;
    }
}
