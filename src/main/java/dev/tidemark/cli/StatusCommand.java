package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.DurationConverter;
import dev.tidemark.cli.output.CopyStatusText;
import dev.tidemark.cli.output.Lag;
import dev.tidemark.cli.output.RejectedText;
import dev.tidemark.cli.output.StatusMetrics;
import dev.tidemark.cli.output.StatusText;
import dev.tidemark.cli.text.JsonText;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.copy.status.CopyStatusReader;
import dev.tidemark.copy.status.CopyStatusResult;
import dev.tidemark.status.PipelineStatus;
import dev.tidemark.status.StatusReader;
import dev.tidemark.status.StatusResult;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** {@code tidemark status}. */
@Command(
        name = "status",
        description = {
            "Shows for each table the rows after the last run, the most recent update that it saw, and the lag behind"
                    + " the source; then the last runs.",
            "Where the source cannot be reached, the lag is by this machine's clock.",
            "Of a copy it also shows the rows that are in the target and those that were left out. It asks neither the"
                    + " source nor the target then."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            "1:the warehouse, or the target of a copy, is older than --max-lag, or was never loaded",
            HelpText.USAGE,
            HelpText.WAREHOUSE
        },
        footer = {
            "",
            "Examples:",
            "  tidemark status --runs 20",
            "  tidemark status --max-lag 15m",
            "  tidemark status --rejected --format json",
            "  tidemark status --format prometheus --output /var/lib/node_exporter/tidemark.prom"
        })
final class StatusCommand implements Callable<Integer> {
    private enum Format {
        /** For people. */
        TEXT,
        /** One document. */
        JSON,
        /** Metrics, as the textfile collector of Prometheus' node exporter reads them. */
        PROMETHEUS;

        /** As users write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--max-lag",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Exit with 1 if the warehouse, or the target of a copy, is older than this; the text is"
                    + " then one line.")
    private Duration maxLag;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many of the last runs to show; default ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or prometheus (for its textfile collector); default ${DEFAULT-VALUE}.")
    private Format format;

    @Option(
            names = "--rejected",
            description = "Of a copy: list all rows that were left out, and why, instead of the status.")
    private boolean rejected;

    @Mixin
    private ReportFile report;

    @Override
    public Integer call() {
        requireSense();
        report.check();
        return Services.with(root, services -> {
            report.requireOther(services.settings());
            if (rejected) {
                return listRejected(services);
            }
            return services.copy().isPresent() ? ofCopy(services) : ofStar(services);
        });
    }

    private void requireSense() {
        if (runs < 0) {
            throw wrong("Not a number of runs: --runs " + runs + "; it is 0 or more");
        }
        if (rejected && maxLag != null) {
            throw wrong("--rejected and --max-lag are mutually exclusive");
        }
        if (rejected && format == Format.PROMETHEUS) {
            throw wrong("--rejected is for --format text or json");
        }
    }

    private CommandLine.ParameterException wrong(String why) {
        return new CommandLine.ParameterException(spec.commandLine(), why);
    }

    private int ofStar(Services services) {
        StatusResult result = services.get(StatusReader.class).read(wantedRuns());
        int exitCode = print(
                services,
                result,
                Optional.ofNullable(result.sourceFailure()),
                () -> StatusText.of(result),
                () -> StatusMetrics.of(result));
        if (maxLag == null && result.sourceFailure() != null) {
            services.messages().say(result.sourceFailure() + ". The lag is by this machine's clock.");
        }
        return exitCode;
    }

    private int ofCopy(Services services) {
        CopyStatusResult result = services.get(CopyStatusReader.class).read(wantedRuns());
        return print(
                services,
                result,
                Optional.empty(),
                () -> CopyStatusText.of(result),
                () -> StatusMetrics.of(result));
    }

    // The metrics are of the last run, however few runs are to be listed.
    private int wantedRuns() {
        return format == Format.PROMETHEUS ? Math.max(1, runs) : runs;
    }

    private int print(
            Services services,
            PipelineStatus result,
            Optional<String> doubt,
            Supplier<String> people,
            Supplier<String> metrics) {
        Optional<Lag> lag = Optional.ofNullable(maxLag).map(most -> Lag.of(result, most, doubt));
        boolean late = lag.filter(Lag::isTooLong).isPresent();
        String text = switch (format) {
            case TEXT -> report.laidOut(services.console(), lag.map(Lag::line).orElseGet(people));
            case JSON -> JsonText.of(result);
            case PROMETHEUS -> metrics.get();
        };
        report.print(
                services,
                format == Format.TEXT,
                text,
                lag.map(each -> each.line() + ".").orElse("Read the status."),
                !late);
        return late ? ExitCode.LATE : ExitCode.DONE;
    }

    private int listRejected(Services services) {
        if (services.copy().isEmpty()) {
            throw wrong("--rejected is for copies; the star leaves out no row");
        }
        CopyStatusReader reader = services.get(CopyStatusReader.class);
        String none = services.quiet() && !report.isGiven() ? "" : "No row was left out.\n";
        report.stream(services, out -> {
            long rows = reader.rejected(bad -> format == Format.JSON
                    ? RejectedText.json(out, bad)
                    : RejectedText.text(out, bad, text -> report.laidOut(services.console(), text), none));
            return "%s rows were left out.".formatted(TextTable.number(rows));
        });
        return ExitCode.DONE;
    }
}
