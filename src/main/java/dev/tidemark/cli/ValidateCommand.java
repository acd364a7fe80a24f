package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.PeriodOptions;
import dev.tidemark.cli.output.validation.CopyReport;
import dev.tidemark.cli.output.validation.FailOn;
import dev.tidemark.cli.output.validation.StarReport;
import dev.tidemark.cli.output.validation.ValidationReport;
import dev.tidemark.config.Detect;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.validation.CopyValidator;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.history.Validations;
import dev.tidemark.target.Target;
import dev.tidemark.validation.Validator;
import java.time.LocalDateTime;
import java.util.concurrent.Callable;
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
                    + " totals per store. Changes nothing; the history keeps the verdict.",
            "Of a copy, compares all rows of all tables, and their checksums, sums, foreign keys and sequences.",
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
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private PeriodOptions period;

    @Mixin
    private ValidationOptions options;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "difference",
            description = "difference, or warning: then pending and tolerated rows, and a period without any fact,"
                    + " fail too, and of a copy rejected rows and rows of others; default ${DEFAULT-VALUE}.")
    private FailOn failOn;

    @Mixin
    private ReportFile report;

    @Override
    public Integer call() {
        PeriodOptions days = period == null ? new PeriodOptions() : period;
        days.check(spec.commandLine());
        report.check();
        return Services.with(root, services -> {
            report.requireOther(services.settings());
            LocalDateTime startedAt = LocalDateTime.now(services.console().clock());
            ValidationReport validation = services.copy().isPresent()
                    ? copy(services, days)
                    : StarReport.of(services.get(Validator.class)
                            .validate(days::period)
                            .tolerating(options.tolerance()));
            record(services, startedAt, validation);
            if (validation.outcome().pending() > 0 && services.settings().detect() == Detect.TIMESTAMPS) {
                services.messages()
                        .say("Loads find changes by timestamps alone: pending rows that are gone, or whose time of change did"
                                + " not move, wait for an incremental with --detect content.");
            }
            boolean fails = validation.fails(failOn);
            report.print(
                    services,
                    options.format().isForPeople(),
                    text(services, validation),
                    validation.headline(),
                    !fails);
            return fails ? ExitCode.DIFFERENCES : ExitCode.DONE;
        });
    }

    private ValidationReport copy(Services services, PeriodOptions days) {
        days.given().ifPresent(option -> {
            throw TidemarkException.usage(
                    "A copy compares all rows, so %s means nothing to it".formatted(option), "validate without it");
        });
        if (options.tolerance().amountCents() > 0) {
            throw TidemarkException.usage(
                    "A copy has no amounts that could be tolerated (--tolerance)", "--tolerance rows=N alone");
        }
        return CopyReport.of(services.get(CopyValidator.class).validate().tolerating(options.tolerance()));
    }

    /** Keeps the verdict of a validation that began at {@code startedAt} in the history. */
    static void record(Services services, LocalDateTime startedAt, ValidationReport validation) {
        Target history = services.copy().isPresent()
                ? services.get(CopyState.class).file()
                : services.get(Target.class);
        new Validations(history, services.console().clock(), services.settings().keepRuns())
                .record(startedAt, validation.outcome())
                .ifPresent(why -> services.messages().say("The verdict is not kept in the history: " + why + "."));
    }

    private String text(Services services, ValidationReport validation) {
        boolean alone = services.quiet() && !report.isGiven();
        String text = options.format().text(validation, failOn, alone);
        return options.format().isForPeople() ? report.laidOut(services.console(), text) : text;
    }
}
