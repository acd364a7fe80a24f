package dev.tidemark.cli;

import dev.tidemark.engine.LoadOptions;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say what of a load is done. */
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

    /** The command as others are told who wait for it. */
    String named(String command) {
        return dryRun ? command + " --dry-run" : command;
    }

    LoadOptions options() {
        return new LoadOptions(tables.stream().map(String::strip).toList(), dryRun, false, Optional.empty());
    }
}
