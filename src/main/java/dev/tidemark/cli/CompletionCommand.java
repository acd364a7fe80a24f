package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code tidemark completion}. */
@Command(
        name = "completion",
        description = "Prints a script that lets bash and zsh complete the commands and options of tidemark.",
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE, HelpText.UNWRITABLE},
        footer = {
            "",
            "Examples:",
            "  tidemark completion >~/.local/share/bash-completion/completions/tidemark",
            "  tidemark completion >~/.tidemark-completion && echo source ~/.tidemark-completion >>~/.zshrc"
        })
final class CompletionCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        labelByName(spec.parent());
        root.console().out().print(AutoComplete.bash("tidemark", spec.parent().commandLine()));
        return ExitCode.DONE;
    }

    // The script keeps the words of an option under its label: of two options that share one, the last would win.
    private static void labelByName(CommandSpec command) {
        for (OptionSpec option : List.copyOf(command.options())) {
            if (option.group() == null) {
                command.remove(option);
                command.addOption(OptionSpec.builder(option)
                        .scopeType(ScopeType.LOCAL)
                        .paramLabel(option.longestName().replaceAll("\\W", "_"))
                        .build());
            }
        }
        command.subcommands().values().forEach(each -> labelByName(each.getCommandSpec()));
    }
}
