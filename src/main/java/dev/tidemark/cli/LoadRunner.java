package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.CopyText;
import dev.tidemark.cli.output.ResultText;
import dev.tidemark.config.Settings;
import dev.tidemark.copy.load.CopyLoader;
import dev.tidemark.copy.load.CopyOptions;
import dev.tidemark.copy.load.CopyResult;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.star.load.LoadMode;
import dev.tidemark.star.load.LoadOptions;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.Loader;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The options and exit codes that both loads share, and the call that runs a load. */
@Command(
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            HelpText.USAGE,
            HelpText.SOURCE,
            HelpText.WAREHOUSE,
            HelpText.BUSY,
            HelpText.DELETES,
            HelpText.INCOMPLETE,
            HelpText.FAULT,
            HelpText.INTERRUPTED
        })
final class LoadRunner {
    @Option(
            names = "--tables",
            paramLabel = "TABLE",
            completionCandidates = StarTables.All.class,
            split = ",",
            description = "Load only these tables, separated by commas, and the tables derived from them."
                    + " Tables that they depend on have to be among them. Default all.")
    private List<String> tables;

    @Option(
            names = "--dry-run",
            description = "Do everything and keep nothing: shows what would be read and written.")
    private boolean dryRun;

    /**
     * Runs a load, and prints its result.
     *
     * @param mode gives the way in which the load finds rows to read, from the settings
     * @param since the load also reads rows whose time of change is then or later, UTC by the source's clock
     */
    int run(
            RootCommand root,
            OutputOptions output,
            Function<Settings, LoadMode> mode,
            Optional<LocalDateTime> since) {
        return Services.with(root, services -> {
            if (services.copy().isPresent()) {
                return copy(services, output, mode.apply(services.settings()), since);
            }
            LoadOptions options = new LoadOptions(
                    mode.apply(services.settings()), names(), dryRun, since);
            LoadResult result = services.get(Loader.class).load(options);
            output.print(
                    services, result, true, Optional.of(result.total()), ResultText::of, ResultText::line);
            services.messages().say(result.notes());
            return ExitCode.DONE;
        });
    }

    private int copy(Services services, OutputOptions output, LoadMode mode, Optional<LocalDateTime> since) {
        if (since.isPresent()) {
            throw TidemarkException.usage(
                    "A copy finds changes by content, so --since means nothing to it", "incremental without it");
        }
        CopyResult result = services.get(CopyLoader.class)
                .load(new CopyOptions(
                        mode == LoadMode.FULL ? "full-load" : "incremental",
                        mode == LoadMode.FULL || mode == LoadMode.DEEP,
                        mode == LoadMode.TIMESTAMPS,
                        names(),
                        dryRun));
        output.print(
                services, result, result.complete(), Optional.of(result.total()), CopyText::of, CopyText::line);
        services.messages().say(result.notes());
        return result.complete() ? ExitCode.DONE : ExitCode.INCOMPLETE;
    }

    private List<String> names() {
        if (tables == null) {
            return List.of();
        }
        List<String> names = tables.stream().map(String::strip).filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty()) {
            throw TidemarkException.usage("--tables names no table", "one or more names, or no --tables for all");
        }
        return names;
    }
}
