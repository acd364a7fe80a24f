package dev.tidemark.spark;

import dev.tidemark.cli.AskedPassword;
import dev.tidemark.cli.HelpText;
import dev.tidemark.cli.SettingOptions;
import dev.tidemark.cli.Version;
import dev.tidemark.cli.log.RunLog;
import dev.tidemark.cli.option.FileConverter;
import dev.tidemark.cli.terminal.Colours;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.cli.terminal.Messages;
import dev.tidemark.config.ServerEnd;
import dev.tidemark.config.Setting;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.Settings;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.failure.TidemarkException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command of {@code spark-submit}, with the options of every command. */
@Command(
        name = LakeHelp.PROGRAM,
        description = "Keeps a star schema in Parquet files level with a Sakila database on MySQL, by Apache Spark.",
        synopsisSubcommandLabel = "COMMAND",
        modelTransformer = LakeCommand.SourceOptions.class,
        subcommands = {
            LakeFullLoadCommand.class,
            LakeIncrementalCommand.class,
            LakeValidateCommand.class,
            LakeStatusCommand.class
        },
        versionProvider = Version.class,
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            HelpText.DONE,
            "1:differences, or a lake older than asked for: see validate and status",
            HelpText.USAGE,
            HelpText.SOURCE,
            LakeHelp.LAKE,
            LakeHelp.BUSY,
            HelpText.DELETES,
            HelpText.FAULT,
            LakeHelp.INTERRUPTED
        },
        footer = {
            "",
            "An option wins over its environment variable, and the variable over the file of --config. The password"
                    + " comes from a file, TIDEMARK_SOURCE_PASSWORD, the configuration file, or --ask-password; the"
                    + " driver sends it to the executors.",
            "",
            "Examples:",
            LakeHelp.EXAMPLE + "full-load",
            "  spark-submit --master spark://master:7077 tidemark-spark.jar --lake /data/lake status"
        })
final class LakeCommand implements Callable<Integer> {
    private final Console console;
    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--lake",
            paramLabel = "URI",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:TIDEMARK_LAKE}",
            description = "The folder of the lake, on any file system that Spark knows: a path, or hdfs:// or s3a://."
                    + " (TIDEMARK_LAKE)")
    private String lake;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            converter = FileConverter.class,
            description = "YAML file of settings. (TIDEMARK_CONFIG)")
    private Path config;

    @Option(
            names = "--ask-password",
            scope = ScopeType.INHERIT,
            description = "Ask for the source's password on the terminal of the driver.")
    private boolean askPassword;

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "Print failures and differences alone: no notes, no text of a success, no log of Spark.")
    private boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help.")
    private boolean help;

    @Option(names = {Version.SHORT_OPTION, Version.OPTION}, versionHelp = true, description = "Print the version.")
    private boolean version;

    LakeCommand(Console console) {
        this.console = console;
    }

    /** Runs without a command: throws a usage error that lists the commands. */
    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Missing command: one of " + String.join(", ", spec.subcommands().keySet()));
    }

    Console console() {
        return console;
    }

    boolean quiet() {
        return quiet;
    }

    /** Prints a result for people; {@code quiet} leaves out that of a success. */
    void print(String text, boolean success) {
        if (!success || !quiet) {
            console.out().println(Colours.of(console).verdicts(console.laidOut(text.stripTrailing())));
        }
    }

    /** Lines for people during a command. */
    Messages messages() {
        return new Messages(console.err(), RunLog.NONE, quiet, console::messageLaidOut);
    }

    boolean verbose() {
        return verbose;
    }

    /** The folder of the lake. */
    String lake() {
        if (lake == null || lake.isBlank()) {
            throw TidemarkException.usage(
                    "No folder of a lake is given (--lake)", "--lake URI, or the variable TIDEMARK_LAKE");
        }
        return lake.strip();
    }

    /** The settings in force; asks for the password where the command line says so. */
    Settings settings() {
        if (askPassword) {
            AskedPassword.addTo(given, ServerEnd.SOURCE, console);
        }
        Settings settings = SettingsLoader.load(
                new SettingSources(Map.copyOf(given), console.environment(), Optional.ofNullable(config)));
        if (settings.copy().isPresent()) {
            throw TidemarkException.usage(
                    "A lake holds the star of Sakila, and these are the settings of a copy (pipeline)",
                    "a configuration file without pipeline: copy");
        }
        return settings;
    }

    private void give(Setting setting, String value) {
        if (value == null) {
            given.remove(setting);
        } else {
            given.put(setting, value);
        }
    }

    /** Adds the options of those settings that a lake has. */
    static final class SourceOptions implements IModelTransformer {
        @Override
        public CommandSpec transform(CommandSpec command) {
            LakeCommand root = (LakeCommand) command.userObject();
            SettingOptions.add(
                    command,
                    Stream.of(
                            Setting.SOURCE_URL,
                            Setting.SOURCE_USERNAME,
                            Setting.SOURCE_PASSWORD_FILE,
                            Setting.SOURCE_OPTION_FILE,
                            Setting.SOURCE_TLS,
                            Setting.SOURCE_TIMEOUT,
                            Setting.MAX_DELETES,
                            Setting.RETRIES,
                            Setting.WAIT),
                    root::give);
            return command;
        }
    }
}
