package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.FileConverter;
import dev.tidemark.cli.output.ReportText;
import dev.tidemark.cli.output.validation.CopyReport;
import dev.tidemark.cli.output.validation.FailOn;
import dev.tidemark.cli.output.validation.StarReport;
import dev.tidemark.cli.output.validation.ValidationReport;
import dev.tidemark.copy.validation.CopyValidator;
import dev.tidemark.report.CopyReportReader;
import dev.tidemark.report.HtmlPage;
import dev.tidemark.report.Report;
import dev.tidemark.report.ReportResult;
import dev.tidemark.report.StarReportReader;
import dev.tidemark.validation.Validator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** {@code tidemark report}. */
@Command(
        name = "report",
        description = {
            "Writes an HTML page about the warehouse, or about a copy: its state, the runs of the history, how the"
                    + " tables grew, and of the star the business in figures.",
            "The page is one file that loads nothing. It needs the warehouse only, of a copy the state file only;"
                    + " --validate needs the source too, and of a copy the target."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            "1:the page is written, and --validate found that the warehouse is wrong",
            HelpText.USAGE,
            HelpText.SOURCE,
            HelpText.WAREHOUSE
        },
        footer = {
            "",
            "Examples:",
            "  tidemark report --output report.html",
            "  tidemark report --validate --output /var/www/html/tidemark.html"
        })
final class ReportCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            converter = FileConverter.class,
            description = "Write the page to this file, in one step.")
    private Path file;

    @Option(
            names = "--validate",
            description = "Compare the warehouse with the source first, with all facts; the page shows the verdict.")
    private boolean validate;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "500",
            description = "How many of the last runs to show; default ${DEFAULT-VALUE}.")
    private int runs;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        if (runs < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Not a number of runs: --runs " + runs + "; it is 0 or more");
        }
        ReportFile page = ReportFile.to(file);
        page.check();
        return validate
                ? Services.with(root, services -> write(services, page))
                : Services.withoutSource(root, services -> write(services, page));
    }

    private int write(Services services, ReportFile page) {
        page.requireOther(services.settings());
        Optional<ValidationReport> validation = validate ? Optional.of(validate(services)) : Optional.empty();
        Report report = read(services);
        String html = HtmlPage.of(report);
        page.write(html);
        ReportResult result = new ReportResult(
                file.toString(),
                html.getBytes(StandardCharsets.UTF_8).length,
                report.writtenAt(),
                validation.map(found -> found.outcome().verdict()).orElse(null));
        boolean wrong = validation.filter(found -> found.fails(FailOn.DIFFERENCE)).isPresent();
        output.print(services, result, !wrong, Optional.empty(), ReportText::line, ReportText::line);
        return wrong ? ExitCode.DIFFERENCES : ExitCode.DONE;
    }

    private Report read(Services services) {
        String program = new Version().getVersion()[0];
        return services.copy().isPresent()
                ? services.get(CopyReportReader.class).read(program, runs)
                : services.get(StarReportReader.class).read(program, runs);
    }

    private static ValidationReport validate(Services services) {
        LocalDateTime startedAt = LocalDateTime.now(services.console().clock());
        ValidationReport validation = services.copy().isPresent()
                ? CopyReport.of(services.get(CopyValidator.class).validate())
                : StarReport.of(services.get(Validator.class).validate(today -> Optional.empty()));
        ValidateCommand.record(services, startedAt, validation);
        return validation;
    }
}
