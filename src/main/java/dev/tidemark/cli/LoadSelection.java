package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.ResultText;
import dev.tidemark.config.Settings;
import dev.tidemark.star.load.LoadMode;
import dev.tidemark.star.load.LoadOptions;
import dev.tidemark.star.load.LoadResult;
import dev.tidemark.star.load.Loader;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** What both loads have in common: the options that say what is done, and doing it. */
final class LoadSelection {
    @Option(
            names = "--tables",
            paramLabel = "TABLE",
            split = ",",
            description = "Load these tables of the warehouse alone, and what is derived from them; names with commas."
                    + " Tables that they depend on have to be among them. Default all.")
    private List<String> tables = List.of();

    @Option(
            names = "--dry-run",
            description = "Do everything and keep nothing: shows what would be read and written.")
    private boolean dryRun;

    /**
     * Runs a load, and prints its result.
     *
     * @param mode how the load finds the rows that it reads, with these settings
     * @param since rows that say that they changed since then are read in any case, UTC by the source's clock
     */
    int run(
            RootCommand root,
            OutputOptions output,
            Function<Settings, LoadMode> mode,
            Optional<LocalDateTime> since) {
        return Services.with(root, services -> {
            LoadOptions options = new LoadOptions(
                    mode.apply(services.settings()), tables.stream().map(String::strip).toList(), dryRun, since);
            LoadResult result = services.get(Loader.class).load(options);
            output.print(services, result, ResultText::of, ResultText::line);
            services.messages().say(result.notes());
            return ExitCode.DONE;
        });
    }
}
