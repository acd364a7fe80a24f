package dev.tidemark.spark;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.PeriodOptions;
import dev.tidemark.cli.option.ToleranceConverter;
import dev.tidemark.cli.output.FailOn;
import dev.tidemark.cli.output.StarReport;
import dev.tidemark.cli.output.ValidationFormat;
import dev.tidemark.cli.output.ValidationReport;
import dev.tidemark.comparison.Tolerance;
import dev.tidemark.config.Settings;
import dev.tidemark.mysql.SourceDatabase;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.spark.load.Tasks;
import dev.tidemark.spark.validation.LakeValidator;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code validate}. */
@Command(
        name = "validate",
        description = {
            "Compares the current version of the lake with the source: dimensions and bridges whole, facts of a period,"
                    + " row by row and by totals per store; all references. Changes nothing.",
            "Rows that changed in the source since the last load are pending, not wrong. Exits with 1 where the lake is"
                    + " wrong."
        })
final class LakeValidateCommand implements Callable<Integer> {
    @ParentCommand
    private LakeCommand root;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private PeriodOptions period;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "4",
            description = "How many tasks read the source at the same time, over a connection each; default"
                    + " ${DEFAULT-VALUE}.")
    private int connections;

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
            description = "difference, or warning: then pending and tolerated rows, and a period without any fact, fail"
                    + " too; default ${DEFAULT-VALUE}.")
    private FailOn failOn;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or table (the same), json, junit (XML of test results) or markdown;"
                    + " default ${DEFAULT-VALUE}.")
    private ValidationFormat format;

    @Override
    public Integer call() {
        PeriodOptions options = period == null ? new PeriodOptions() : period;
        options.check(spec.commandLine());
        Settings settings = root.settings();
        String uri = root.lake();
        SparkSession session = root.session();
        try (SourceDatabase source = new SourceDatabase(settings.source())) {
            LakeValidator validator = new LakeValidator(
                    Tasks.of(session),
                    LakeCommand.folder(session, uri),
                    source,
                    SourceLogin.of(settings.source()),
                    connections,
                    root.console().clock());
            ValidationReport report = StarReport.of(
                    validator.validate(options::period).tolerating(tolerance), "lake");
            boolean fails = report.fails(failOn);
            if (!format.isForPeople() || fails || !root.quiet()) {
                String text = format.text(report, failOn, root.quiet()).stripTrailing();
                root.console().out().println(format.isForPeople() ? root.console().laidOut(text) : text);
            }
            return fails ? ExitCode.DIFFERENCES : ExitCode.DONE;
        }
    }
}
