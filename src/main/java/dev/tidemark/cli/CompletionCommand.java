package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
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
        root.console().out().print(AutoComplete.bash("tidemark", spec.parent().commandLine()));
        return ExitCode.DONE;
    }
}
