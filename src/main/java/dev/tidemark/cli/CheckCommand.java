package dev.tidemark.cli;

import dev.tidemark.check.CheckResult;
import dev.tidemark.check.Doctor;
import dev.tidemark.check.Finding;
import dev.tidemark.cli.exit.ExitCode;
import dev.tidemark.cli.output.CheckText;
import dev.tidemark.cli.output.OutputFormat;
import dev.tidemark.cli.terminal.Colours;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.text.JsonText;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.copy.check.CopyDoctor;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tidemark check}. */
@Command(
        name = "check",
        description = {
            "Looks at the configuration, the source and the warehouse (of a copy the target and the state file), and"
                    + " says what is missing, what that costs and what to do. Changes nothing.",
            "Warnings do not make it fail."
        },
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {"0:no problem; there may be warnings", HelpText.USAGE, HelpText.SOURCE, HelpText.WAREHOUSE},
        footer = {"", "Examples:", "  tidemark check", "  tidemark check --format json"})
final class CheckCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json; default ${DEFAULT-VALUE}.")
    private OutputFormat format;

    @Override
    public Integer call() {
        SettingSources sources = root.sources();
        List<Finding> configuration = ConfigurationChecks.of(
                SettingsLoader.explain(sources), SettingsLoader.secretFiles(sources), root.console().environment());
        return Services.with(root, services -> {
            CheckResult result = services.copy().isPresent()
                    ? services.get(CopyDoctor.class).check(configuration)
                    : services.get(Doctor.class).check(configuration);
            services.log().result(result.healthy(), CheckText.summary(result));
            print(services, result);
            return result.healthy() ? ExitCode.DONE : ExitCode.of(result.firstProblem());
        });
    }

    private void print(Services services, CheckResult result) {
        Console console = services.console();
        if (format == OutputFormat.JSON) {
            console.out().println(JsonText.of(result));
        } else if (!services.quiet()) {
            console.out().println(console.laidOut(CheckText.of(result, Colours.of(console))));
        } else if (!result.healthy()) {
            console.out().println(console.laidOut(CheckText.problems(result, Colours.of(console))));
        }
    }
}
