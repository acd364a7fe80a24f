package dev.tidemark.spark;

import dev.tidemark.cli.SettingOptions;
import dev.tidemark.cli.option.FileConverter;
import dev.tidemark.cli.terminal.Console;
import dev.tidemark.config.Setting;
import dev.tidemark.config.SettingSources;
import dev.tidemark.config.Settings;
import dev.tidemark.config.SettingsLoader;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.spark.lake.LakeFolder;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command of {@code spark-submit}, with the options of every command. */
@Command(
        name = "tidemark-spark",
        description = "Keeps a star schema in Parquet files level with a Sakila database on MySQL, by Apache Spark.",
        synopsisSubcommandLabel = "COMMAND",
        modelTransformer = LakeCommand.SourceOptions.class,
        subcommands = {LakeFullLoadCommand.class, LakeIncrementalCommand.class, LakeValidateCommand.class})
final class LakeCommand implements Callable<Integer> {
    private static final String LOG_LEVEL = "spark.log.level";

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
            names = "--quiet",
            scope = ScopeType.INHERIT,
            description = "Print failures and differences alone: no notes, no text of a success.")
    private boolean quiet;

    @Option(names = "--verbose", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    private boolean verbose;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "Print this help.")
    private boolean help;

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

    /** The session of Spark, which ends with the process. It logs warnings alone, unless its settings say otherwise. */
    SparkSession session() {
        SparkSession.Builder session = SparkSession.builder().appName("tidemark");
        return (new SparkConf().contains(LOG_LEVEL) ? session : session.config(LOG_LEVEL, "WARN")).getOrCreate();
    }

    /** The folder of a lake, as {@code session} reaches it. */
    static LakeFolder folder(SparkSession session, String uri) {
        return new LakeFolder(uri, new SerializableConfiguration(session.sparkContext().hadoopConfiguration()));
    }

    boolean quiet() {
        return quiet;
    }

    /** Prints a line for people, unless quiet. */
    void say(String line) {
        if (!quiet) {
            console.err().println(console.messageLaidOut("tidemark: " + line));
            console.err().flush();
        }
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

    /** The settings in force. */
    Settings settings() {
        return SettingsLoader.load(
                new SettingSources(Map.copyOf(given), console.environment(), Optional.ofNullable(config)));
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
