package dev.tidemark.spark;

import dev.tidemark.cli.output.OutputFormat;
import dev.tidemark.cli.output.ResultText;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.text.JsonText;
import dev.tidemark.star.load.LoadResult;
import picocli.CommandLine.Option;

/** The option for the format of a result. */
final class LakeOutput {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (a table on a terminal, elsewhere one line), table or json; default ${DEFAULT-VALUE}.")
    private OutputFormat format;

    /** Prints the result of a load. */
    void print(LakeCommand root, LoadResult result) {
        Console console = root.console();
        if (format == OutputFormat.JSON) {
            console.out().println(JsonText.of(result));
        } else {
            boolean wide = format == OutputFormat.TABLE || console.terminal().out();
            root.print(wide ? ResultText.of(result, "lake") : ResultText.line(result, "lake"), true);
        }
    }
}
