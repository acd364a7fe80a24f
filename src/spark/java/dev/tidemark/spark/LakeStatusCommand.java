package dev.tidemark.spark;

import dev.tidemark.cli.HelpText;
import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.DurationConverter;
import dev.tidemark.cli.output.Lag;
import dev.tidemark.cli.text.JsonText;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.spark.status.LakeStatus;
import dev.tidemark.spark.status.LakeStatusReader;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code status}. */
@Command(
        name = "status",
        description = {
            "Shows for each table of the current version the rows, the most recent update that it saw, and the lag"
                    + " behind the source; then the versions that stay for readers.",
            "Where the source cannot be reached, the lag is by this machine's clock."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            "1:the lake is older than --max-lag, or was never loaded",
            HelpText.USAGE,
            LakeHelp.LAKE,
            HelpText.FAULT
        },
        footer = {"", "Examples:", LakeHelp.EXAMPLE + "status", LakeHelp.EXAMPLE + "status --max-lag 15m"})
final class LakeStatusCommand implements Callable<Integer> {
    private enum Format {
        /** For people. */
        TEXT,
        /** One document. */
        JSON;

        /** As users write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParentCommand
    private LakeCommand root;

    @Option(
            names = "--max-lag",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Exit with 1 if the lake is older than this; the text is then one line.")
    private Duration maxLag;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; default ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() {
        return LakeServices.with(root, services -> {
            LakeStatus status = new LakeStatusReader(
                            services.lake(), services.source(), StarPlan.get(), services.clock())
                    .read();
            Optional<Lag> lag = Optional.ofNullable(maxLag).map(most -> Lag.of(
                    LakeStatusText.SUBJECT, status.tables(), most, Optional.ofNullable(status.sourceFailure())));
            boolean late = lag.filter(Lag::isTooLong).isPresent();
            if (format == Format.JSON) {
                root.console().out().println(JsonText.of(status));
            } else {
                root.print(lag.map(Lag::line).orElseGet(() -> LakeStatusText.of(status)), !late);
            }
            if (maxLag == null && status.sourceFailure() != null) {
                services.messages().say(status.sourceFailure() + ". The lag is by this machine's clock.");
            }
            return late ? ExitCode.LATE : ExitCode.DONE;
        });
    }
}
