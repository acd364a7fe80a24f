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
            "With --example it prints a configuration file that explains every setting of the pipeline."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE},
        footer = {
            "",
            "Examples:",
            "  tidemark config",
            "  tidemark config --example >tidemark.yml",
            "  tidemark config --example --pipeline copy >copy.yml"
        })
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @ArgGroup(exclusive = false)
    private Example example;

    @Override
    public Integer call() {
        root.console().out().println(example == null
                ? root.console().laidOut(text(SettingsLoader.explain(root.sources())))
                : ConfigExample.text(example.pipeline(root)).stripTrailing());
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

    /** The options for an example. */
    static final class Example {
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

        private Pipeline pipeline(RootCommand root) {
            return pipeline == null ? SettingsLoader.pipeline(root.sources()) : pipeline;
        }
    }
}
