package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.ResultText;
import dev.tidemark.config.Settings;
import dev.tidemark.sqlite.WarehouseDatabase;
import dev.tidemark.star.LoadMode;
import dev.tidemark.star.LoadOptions;
import dev.tidemark.star.LoadResult;
import dev.tidemark.star.Loader;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
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
     * Runs a load while holding the warehouse's lock, and prints its result.
     *
     * @param options what the load is to do, with these settings
     */
    int run(
            RootCommand root,
            OutputOptions output,
            String command,
            Function<Settings, LoadOptions> options,
            BiFunction<Loader, LoadOptions, LoadResult> load) {
        return Services.with(root, services -> {
            Loader loader = services.get(Loader.class);
            services.get(WarehouseDatabase.class).requireCurrent();
            // This is what others are told who wait for it.
            String named = dryRun ? command + " --dry-run" : command;
            LoadResult result = services.locked(named, () -> load.apply(loader, options.apply(services.settings())));
            output.print(services, result, ResultText::of, ResultText::line);
            services.messages().say(result.notes());
            return ExitCode.DONE;
        });
    }

    /** What is to be done by these options, in this mode. */
    LoadOptions options(LoadMode mode, Optional<LocalDateTime> since) {
        return new LoadOptions(mode, tables.stream().map(String::strip).toList(), dryRun, since);
    }
}
