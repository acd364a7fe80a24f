package dev.tidemark.cli;

import dev.tidemark.cli.exit.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark help}; picocli's own command declares {@code --help} once more. */
@Command(
        name = "help",
        description = "Prints the help of a command, or the list of commands.",
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {HelpText.DONE, HelpText.USAGE, HelpText.UNWRITABLE},
        footer = {"", "Example:", "  tidemark help validate"})
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; none for all of them.")
    private String command;

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        CommandLine asked = command == null ? root : root.getSubcommands().get(command);
        if (asked == null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "Unknown command: " + command);
        }
        asked.usage(root.getOut());
        return ExitCode.DONE;
    }
}
