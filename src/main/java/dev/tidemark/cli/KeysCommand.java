package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.CopyKeysText;
import dev.tidemark.cli.output.KeysText;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.copy.keys.CopyKeyReader;
import dev.tidemark.keys.KeyReader;
import java.io.Writer;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark keys}. */
@Command(
        name = "keys",
        description = {
            "Prints the warehouse's surrogate key for each natural key of the source, to join the warehouse with"
                    + " other data. Needs the warehouse only.",
            "Of a copy it prints the target's key for each key of the source, of the rows that are in the target. Needs"
                    + " the state file only."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE, HelpText.WAREHOUSE},
        footer = {
            "",
            "Examples:",
            "  tidemark keys --table dim_film",
            "  tidemark keys --format json --output id_mappings.json"
        })
final class KeysCommand implements Callable<Integer> {
    private enum Format {
        CSV,
        JSON;

        /** As users write it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            completionCandidates = StarTables.WithKeys.class,
            description = "The table, such as dim_film. Default: all tables with surrogate keys; of a copy, all.")
    private String table;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv or json; default ${DEFAULT-VALUE}.")
    private Format format;

    @Mixin
    private ReportFile report;

    @Override
    public Integer call() {
        report.check();
        return Services.withoutSource(root, services -> {
            report.requireOther(services.settings());
            Optional<String> one = Optional.ofNullable(table);
            report.stream(services, out -> {
                long keys = services.copy().isPresent()
                        ? write(out, services.get(CopyKeyReader.class), one)
                        : write(out, services.get(KeyReader.class), one);
                return "Read %s keys.".formatted(TextTable.number(keys));
            });
            return ExitCode.DONE;
        });
    }

    private long write(Writer out, KeyReader reader, Optional<String> one) {
        return switch (format) {
            case CSV -> KeysText.csv(out, reader, one);
            case JSON -> KeysText.json(out, reader, one);
        };
    }

    private long write(Writer out, CopyKeyReader reader, Optional<String> one) {
        return switch (format) {
            case CSV -> CopyKeysText.csv(out, reader, one);
            case JSON -> CopyKeysText.json(out, reader, one);
        };
    }
}
