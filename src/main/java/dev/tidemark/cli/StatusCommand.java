package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.DurationConverter;
import dev.tidemark.cli.output.JsonText;
import dev.tidemark.cli.output.Lag;
import dev.tidemark.cli.output.StatusMetrics;
import dev.tidemark.cli.output.StatusText;
import dev.tidemark.status.StatusReader;
import dev.tidemark.status.StatusResult;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code tidemark status}. */
@Command(
        name = "status",
        description = {
            "Shows for each table the rows after the last run, the most recent update that it saw, and the lag behind"
                    + " the source; then the last runs.",
            "Where the source cannot be reached, the lag is by this machine's clock."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            "1:the warehouse is older than --max-lag, or was never loaded",
            HelpText.USAGE,
            HelpText.WAREHOUSE
        },
        footer = {
            "",
            "Examples:",
            "  tidemark status --runs 20",
            "  tidemark status --max-lag 15m",
            "  tidemark status --format prometheus --output /var/lib/node_exporter/tidemark.prom"
        })
final class StatusCommand implements Callable<Integer> {
    private enum Format {
        /** For people. */
        TEXT,
        /** One document. */
        JSON,
        /** Metrics, as the textfile collector of Prometheus' node exporter reads them. */
        PROMETHEUS
    }

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--max-lag",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Exit with 1 if the warehouse is older than this; the text is then one line.")
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

    @Mixin
    private ReportFile report;

    @Override
    public Integer call() {
        if (runs < 0) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), "Not a number of runs: --runs " + runs + "; it is 0 or more");
        }
        report.check();
        return Services.with(root, services -> {
            StatusResult result = services.get(StatusReader.class).read(runs);
            Lag lag = maxLag == null ? null : Lag.of(result, maxLag);
            String text = text(services, result, lag);
            boolean late = lag != null && lag.isTooLong();
            report.print(services, text, lag == null ? "Read the status." : lag.line() + ".", !late);
            if (lag == null) {
                tell(services, result);
            }
            return late ? ExitCode.LATE : ExitCode.DONE;
        });
    }

    private String text(Services services, StatusResult result, Lag lag) {
        return switch (format) {
            case TEXT -> report.laidOut(services.console(), lag == null ? StatusText.of(result) : lag.line());
            case JSON -> JsonText.of(result);
            case PROMETHEUS -> StatusMetrics.of(result);
        };
    }

    private static void tell(Services services, StatusResult result) {
        if (result.sourceFailure() != null) {
            services.messages().say(result.sourceFailure() + ". The lag is by this machine's clock.");
        }
    }
}
