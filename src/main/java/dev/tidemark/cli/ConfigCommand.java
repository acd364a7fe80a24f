package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.text.TextTable;
import dev.tidemark.config.ConfigExample;
import dev.tidemark.config.SettingInForce;
import dev.tidemark.config.SettingsLoader;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark config}. */
@Command(
        name = "config",
        description = {
            "Shows the settings in force and where each comes from. Secrets are hidden.",
            "With --example it prints a configuration file that explains every setting."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE},
        footer = {"", "Examples:", "  tidemark config", "  tidemark config --example >tidemark.yml"})
final class ConfigCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Option(names = "--example", description = "Print a configuration file with every setting and its default.")
    private boolean example;

    @Override
    public Integer call() {
        root.console().out().println(example
                ? ConfigExample.text().stripTrailing()
                : root.console().laidOut(text(SettingsLoader.explain(root.sources()))));
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
}
