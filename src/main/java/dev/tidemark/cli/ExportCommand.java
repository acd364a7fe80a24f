package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.option.FileConverter;
import dev.tidemark.cli.output.ExportText;
import dev.tidemark.export.ExportResult;
import dev.tidemark.export.Exporter;
import dev.tidemark.failure.TidemarkException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark export}. */
@Command(
        name = "export",
        description = {
            "Writes a copy of the warehouse that nobody changes, for tools and shares: one SQLite file that a reader"
                    + " can open without permission to write. It shows one committed state, while loads go on.",
            "The file appears in one step, and replaces an older one. Needs the warehouse only; a copy has none."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE, HelpText.WAREHOUSE, HelpText.FAULT, HelpText.INTERRUPTED},
        footer = {"", "Example:", "  tidemark export --output /srv/share/analytics.db"})
final class ExportCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            converter = FileConverter.class,
            description = "The file to write. Its readers are those of the older file, or as the umask says.")
    private Path file;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() {
        return Services.withoutSource(root, services -> {
            if (services.copy().isPresent()) {
                throw TidemarkException.usage(
                        "A copy has no warehouse to export: its rows are in the target", "a backup of the target");
            }
            ExportResult result = services.get(Exporter.class).export(file);
            output.print(services, result, ExportText::of, ExportText::line);
            return ExitCode.DONE;
        });
    }
}
