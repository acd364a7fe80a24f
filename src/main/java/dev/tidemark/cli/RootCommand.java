package dev.tidemark.cli;

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

/** The command {@code tidemark}: the options that every command has. */
@Command(
        name = "tidemark",
        description = "Keeps an analytics warehouse in SQLite level with a Sakila database on MySQL.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            InitCommand.class,
            FullLoadCommand.class,
            IncrementalCommand.class,
            ValidateCommand.class,
            StatusCommand.class
        },
        versionProvider = Version.class,
        footerHeading = "%nSettings come from options, else from the environment, else from the file.%n",
        footer = {
            "The password comes from TIDEMARK_SOURCE_PASSWORD, a password file or the configuration file.",
            "",
            "Exit codes: 0 done; 1 validation found differences; 2 wrong usage or configuration;",
            "3 the source is unreachable, refuses the login, or lacks the schema; 4 the warehouse is missing,",
            "not initialised, not a Tidemark database, or not writable; 5 another run holds the warehouse;",
            "70 a fault of Tidemark itself; 130 and 143 interrupted (rolled back).",
            "",
            "Example:",
            "  TIDEMARK_SOURCE_PASSWORD=... tidemark --source-url jdbc:mysql://db:3306/sakila \\",
            "    --source-username analytics --warehouse analytics.db init"
        })
public final class RootCommand implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "YAML file of settings (TIDEMARK_CONFIG).")
    private Optional<Path> config;

    @Option(
            names = "--source-url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "The source (TIDEMARK_SOURCE_URL); default jdbc:mysql://localhost:3306/sakila.")
    private String sourceUrl;

    @Option(
            names = "--source-username",
            paramLabel = "USER",
            scope = ScopeType.INHERIT,
            description = "The user to log in as (TIDEMARK_SOURCE_USERNAME); default the system's user.")
    private String sourceUsername;

    @Option(
            names = "--source-password-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File whose first line is the password (TIDEMARK_SOURCE_PASSWORD_FILE).")
    private String sourcePasswordFile;

    @Option(
            names = "--source-timeout",
            paramLabel = "DURATION",
            scope = ScopeType.INHERIT,
            description = "How long the source may say nothing before its connection counts as broken"
                    + " (TIDEMARK_SOURCE_TIMEOUT); default 5m.")
    private String sourceTimeout;

    @Option(
            names = "--warehouse",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The SQLite file (TIDEMARK_WAREHOUSE); default analytics.db.")
    private String warehouse;

    @Option(
            names = "--look-back",
            paramLabel = "DURATION",
            scope = ScopeType.INHERIT,
            description = "How far before its snapshot a run's watermark lies, for transactions that commit late"
                    + " (TIDEMARK_LOOK_BACK); default 60s.")
    private String lookBack;

    @Option(
            names = "--retries",
            paramLabel = "N",
            scope = ScopeType.INHERIT,
            description = "How often a load tries again when the source fails in a way that may pass"
                    + " (TIDEMARK_RETRIES); default 3.")
    private String retries;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            scope = ScopeType.INHERIT,
            description = "How long to wait for another run that holds the warehouse (TIDEMARK_WAIT); default 0.")
    private String wait;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Print the version.")
    private boolean version;

    RootCommand(Console console) {
        this.console = console;
    }

    /** Without a command there is nothing to do: a usage error that lists the commands. */
    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "Missing command: one of " + String.join(", ", spec.subcommands().keySet()));
    }

    Console console() {
        return console;
    }

    boolean verbose() {
        return verbose;
    }

    /** The settings in force. */
    Settings settings() {
        Map<Setting, String> flags = new EnumMap<>(Setting.class);
        put(flags, Setting.SOURCE_URL, sourceUrl);
        put(flags, Setting.SOURCE_USERNAME, sourceUsername);
        put(flags, Setting.SOURCE_PASSWORD_FILE, sourcePasswordFile);
        put(flags, Setting.SOURCE_TIMEOUT, sourceTimeout);
        put(flags, Setting.WAREHOUSE, warehouse);
        put(flags, Setting.LOOK_BACK, lookBack);
        put(flags, Setting.RETRIES, retries);
        put(flags, Setting.WAIT, wait);
        return SettingsLoader.load(
                new SettingSources(flags, console.environment(), config == null ? Optional.empty() : config));
    }

    private static void put(Map<Setting, String> flags, Setting setting, String value) {
        if (value != null) {
            flags.put(setting, value);
        }
    }
}
