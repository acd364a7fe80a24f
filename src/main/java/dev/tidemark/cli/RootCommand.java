package dev.tidemark.cli;

import dev.tidemark.cli.option.FileConverter;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.config.Setting;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.Settings;
import dev.tidemark.config.SettingsLoader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command {@code tidemark} alone, with the options of every command. {@link Setting} declares those of settings.
 * {@link AllCommands} has the commands.
 */
@Command(
        name = "tidemark",
        description = {
            "Keeps one database level with another: a star schema in SQLite with a Sakila database on MySQL, or a copy"
                    + " on PostgreSQL, MySQL or MariaDB with a SQLite file."
        },
        synopsisSubcommandLabel = "COMMAND",
        modelTransformer = SettingOptions.class,
        versionProvider = Version.class,
        exitCodeListHeading = HelpText.EXIT_CODES,
        exitCodeList = {
            "0:done",
            "1:differences, or a warehouse older than asked for: see validate and status",
            HelpText.USAGE,
            HelpText.SOURCE,
            HelpText.WAREHOUSE,
            HelpText.BUSY,
            HelpText.DELETES,
            HelpText.INCOMPLETE,
            HelpText.FAULT,
            HelpText.INTERRUPTED
        },
        footer = {
            "",
            "An option wins over its environment variable, and the variable over the file of --config. The password"
                    + " comes from a file, TIDEMARK_SOURCE_PASSWORD (of a copy's target: TIDEMARK_TARGET_PASSWORD), the"
                    + " configuration file, or --ask-password.",
            "",
            "Examples:",
            "  tidemark --source-url jdbc:mysql://db:3306/sakila \\",
            "    --source-username analytics --source-password-file password.txt init",
            "  tidemark config --example >tidemark.yml"
        })
public sealed class RootCommand implements Callable<Integer> permits AllCommands {
    private final Console console;
    private final Map<Setting, String> given = new EnumMap<>(Setting.class);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            converter = FileConverter.class,
            description = "YAML file of settings; config --example prints one. (TIDEMARK_CONFIG)")
    private Path config;

    @Option(
            names = "--ask-password",
            scope = ScopeType.INHERIT,
            description = "Ask for the password on the terminal: the source's, or that of a copy's target.")
    private boolean askPassword;

    @Option(
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "Print failures and differences alone: no progress, no notes, no text of a success. Documents"
                    + " stay, such as JSON, keys and a configuration file.")
    private boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help.")
    private boolean help;

    @Option(names = {Version.SHORT_OPTION, Version.OPTION}, versionHelp = true, description = "Print the version.")
    private boolean version;

    /** The commands on the console of this process. */
    public RootCommand() {
        this(Console.ofProcess());
    }

    RootCommand(Console console) {
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

    /** The name of the command that runs. */
    String command() {
        return spec.commandLine().getParseResult().subcommand().commandSpec().name();
    }

    boolean quiet() {
        return quiet;
    }

    boolean verbose() {
        return verbose;
    }

    /** Takes the value of a setting from the command line; null removes it. */
    void give(Setting setting, String value) {
        if (value == null) {
            given.remove(setting);
        } else {
            given.put(setting, value);
        }
    }

    /** The settings in force. */
    Settings settings() {
        return SettingsLoader.load(sources());
    }

    /** Where settings come from; asks for the password where the command line says so. */
    SettingSources sources() {
        if (askPassword) {
            AskedPassword.addTo(given, SettingsLoader.pipeline(given()).server(), console);
        }
        return given();
    }

    private SettingSources given() {
        return new SettingSources(Map.copyOf(given), console.environment(), Optional.ofNullable(config));
    }
}
