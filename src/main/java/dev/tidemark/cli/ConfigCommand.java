package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.config.ConfigExample;
import dev.tidemark.config.Pipeline;
import dev.tidemark.config.SettingInForce;
import dev.tidemark.config.SettingsLoader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark config}. */
@Command(
        name = "config",
        description = {
            "Shows the settings in force and where each comes from. Secrets are hidden.",
            "With --example it prints a configuration file that explains every setting of the pipeline.",
            "With --from it reads a SQLite file and prints a proposal for the configuration of a copy: every table and"
                    + " column, its type and why, and warnings."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE, HelpText.SOURCE, HelpText.UNWRITABLE},
        footer = {
            "",
            "Examples:",
            "  tidemark config",
            "  tidemark config --example >tidemark.yml",
            "  tidemark config --example --pipeline copy >copy.yml",
            "  tidemark config --from jdbc:sqlite:chinook.db --to postgresql >chinook.yml"
        })
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @ArgGroup
    private FileOptions file;

    @Override
    public Integer call() {
        if (file == null) {
            String settings = text(SettingsLoader.explain(root.sources()));
            if (!root.quiet()) {
                root.console().out().println(root.console().laidOut(settings));
            }
        } else {
            root.console().out().println(file.text(root).stripTrailing());
        }
        return ExitCode.DONE;
    }

    /** Settings as a table. */
    static String text(List<SettingInForce> settings) {
        return TextTable.of(
                List.of("setting", "value~", "from~"),
                settings.stream()
                        .map(setting -> List.of(
                                setting.key(),
                                setting.value() == null ? "-" : setting.value(),
                                setting.origin() == null ? "" : setting.origin()))
                        .toList());
    }

    /** What file to print; the options exclude each other. */
    static final class FileOptions {
        @ArgGroup(exclusive = false)
        private ExampleOptions example;

        @ArgGroup(exclusive = false)
        private ProposalOptions proposal;

        private String text(RootCommand root) {
            return proposal == null ? example.text(root) : proposal.text();
        }
    }

    private static final class ExampleOptions {
        @Option(
                names = "--example",
                required = true,
                description = "Print a configuration file with every setting and its default.")
        private boolean wanted;

        @Option(
                names = "--pipeline",
                paramLabel = "NAME",
                description = "sakila or copy: whose example; default the pipeline in force.")
        private Pipeline pipeline;

        private String text(RootCommand root) {
            return ConfigExample.text(pipeline == null ? SettingsLoader.pipeline(root.sources()) : pipeline);
        }
    }
}
