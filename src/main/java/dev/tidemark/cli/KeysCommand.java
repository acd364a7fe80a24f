package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.JsonText;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.keys.KeyEntry;
import dev.tidemark.keys.KeyReader;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark keys}. */
@Command(
        name = "keys",
        description = {
            "Prints the warehouse's surrogate key for each natural key of the source, to join the warehouse with"
                    + " other data.",
            "Needs the warehouse only."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE, HelpText.WAREHOUSE},
        footer = {"", "Examples:", "  tidemark keys --table dim_film", "  tidemark keys --format json"})
final class KeysCommand implements Callable<Integer> {
    private enum Format {
        CSV,
        JSON
    }

    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "The table, such as dim_film. Default: all tables with surrogate keys.")
    private String table;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "csv",
            description = "csv or json; default ${DEFAULT-VALUE}.")
    private Format format;

    @Override
    public Integer call() {
        return Services.withoutSource(root, services -> {
            KeyReader reader = services.get(KeyReader.class);
            PrintWriter out = services.console().out();
            long keys = switch (format) {
                case CSV -> {
                    List<String> header = new ArrayList<>(List.of("table,natural_key,surrogate_key"));
                    long read = reader.read(Optional.ofNullable(table), entry -> {
                        header.forEach(out::println);
                        header.clear();
                        out.println(entry.table() + "," + entry.naturalKey() + "," + entry.surrogateKey());
                    });
                    header.forEach(out::println);
                    yield read;
                }
                case JSON -> {
                    List<KeyEntry> entries = new ArrayList<>();
                    reader.read(Optional.ofNullable(table), entries::add);
                    out.println(JsonText.of(entries));
                    yield entries.size();
                }
            };
            services.log().info("Printed %s keys.".formatted(TextTable.number(keys)));
            return ExitCode.DONE;
        });
    }
}
