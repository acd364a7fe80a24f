package dev.tidemark.cli;

import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.output.OutputFormat;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.text.JsonText;
import dev.tidemark.run.Counts;
import java.util.Optional;
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
     * Prints the {@code result} of a success; all formats come from the same record. {@code --quiet} leaves out the text.
     *
     * @param table the result as a table
     * @param line the result as a sentence
     */
    <T> void print(Services services, T result, Function<T, String> table, Function<T, String> line) {
        print(services, result, true, Optional.empty(), table, line);
    }

    /**
     * Does the same for a load.
     *
     * @param success whether the command did all of its work
     * @param counts what the log is told of rows
     */
    <T> void print(
            Services services,
            T result,
            boolean success,
            Optional<Counts> counts,
            Function<T, String> table,
            Function<T, String> line) {
        Console console = services.console();
        services.log().write(RunLog.Level.INFO, line.apply(result), counts.orElse(null), null);
        if (format == OutputFormat.JSON) {
            console.out().println(JsonText.of(result));
        } else if (!success || !services.quiet()) {
            boolean wide = format == OutputFormat.TABLE || console.terminal().out();
            console.out().println(console.laidOut((wide ? table : line).apply(result).stripTrailing()));
        }
    }
}
