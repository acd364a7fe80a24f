package dev.tidemark.cli;

import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.output.JsonText;
import dev.tidemark.cli.output.OutputFormat;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.run.Counts;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The option for the format of a result. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (a table on a terminal, elsewhere one line), table or json; default ${DEFAULT-VALUE}.")
    private OutputFormat format;

    /**
     * Prints {@code result}; all formats come from the same record.
     *
     * @param table the result as a table
     * @param line the result as a sentence
     */
    <T> void print(Services services, T result, Function<T, String> table, Function<T, String> line) {
        print(services, result, table, line, _ -> null);
    }

    /** The same for a result with counts of rows, which go to the log. */
    <T> void print(
            Services services,
            T result,
            Function<T, String> table,
            Function<T, String> line,
            Function<T, Counts> counts) {
        Console console = services.console();
        services.log().write(RunLog.Level.INFO, line.apply(result), counts.apply(result), null);
        switch (format) {
            case JSON -> console.out().println(JsonText.of(result));
            case TABLE -> console.out().println(console.laidOut(table.apply(result).stripTrailing()));
            case TEXT -> {
                if (!services.quiet()) {
                    Function<T, String> text = console.terminal().out() ? table : line;
                    console.out().println(console.laidOut(text.apply(result).stripTrailing()));
                }
            }
        }
    }
}
