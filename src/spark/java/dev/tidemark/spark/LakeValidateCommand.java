package dev.tidemark.spark;

import dev.tidemark.cli.HelpText;
import dev.tidemark.cli.ValidationOptions;
import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.PeriodOptions;
import dev.tidemark.cli.output.validation.FailOn;
import dev.tidemark.cli.output.validation.StarReport;
import dev.tidemark.cli.output.validation.ValidationReport;
import dev.tidemark.spark.load.SourceLogin;
import dev.tidemark.spark.load.Tasks;
import dev.tidemark.spark.validation.LakeValidator;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            "0:the lake is right",
            "1:it is wrong, or there are warnings and --fail-on warning",
            HelpText.USAGE,
            HelpText.SOURCE,
            LakeHelp.LAKE,
            HelpText.FAULT,
            LakeHelp.INTERRUPTED
        },
        footer = {
            "",
            "Examples:",
            LakeHelp.EXAMPLE + "validate --days 7",
            LakeHelp.EXAMPLE + "validate --all --format json"
        })
final class LakeValidateCommand implements Callable<Integer> {
    @ParentCommand
    private LakeCommand root;

    @Spec
    private CommandSpec spec;

    @ArgGroup
    private PeriodOptions period;

    @Mixin
    private ConnectionsOption connections;

    @Mixin
    private ValidationOptions options;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "difference",
            description = "difference, or warning: then pending and tolerated rows, and a period without any fact, fail"
                    + " too; default ${DEFAULT-VALUE}.")
    private FailOn failOn;

    @Override
    public Integer call() {
        PeriodOptions days = period == null ? new PeriodOptions() : period;
        days.check(spec.commandLine());
        return LakeServices.with(root, services -> {
            LakeValidator validator = new LakeValidator(
                    Tasks.of(services.session()),
                    services.lake(),
                    services.source(),
                    SourceLogin.of(services.settings().source()),
                    connections.connections(),
                    services.clock());
            ValidationReport report = StarReport.of(
                    validator.validate(days::period).tolerating(options.tolerance()), "lake");
            boolean fails = report.fails(failOn);
            String text = options.format().text(report, failOn, root.quiet()).stripTrailing();
            if (options.format().isForPeople()) {
                root.print(text, !fails);
            } else {
                root.console().out().println(text);
            }
            return fails ? ExitCode.DIFFERENCES : ExitCode.DONE;
        });
    }
}
