package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The unchecked settings from all places: for each setting, the value of the strongest place.
 *
 * @param pipeline the pipeline that they are for
 * @param values the settings that some place gives
 * @param configFile the configuration file, where there is one
 */
record GivenSettings(Pipeline pipeline, Map<Setting, Given> values, Optional<ConfigFile> configFile) {
    static final String CONFIG_VARIABLE = "TIDEMARK_CONFIG";

    static GivenSettings gather(SettingSources sources) {
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        Optional<ConfigFile> configFile =
                configFile(sources).map(path -> ConfigFile.read(path, sources.environment()));
        configFile.ifPresent(file -> given.putAll(file.settings()));
        for (Setting setting : Setting.values()) {
            String text = sources.environment().get(setting.variable());
            if (text != null) {
                given.put(setting, Given.inEnvironment(text, setting.variable()));
            }
        }
        sources.flags().forEach((setting, text) ->
                given.put(setting, Given.onCommandLine(text, setting.flag().orElse("--ask-password"))));
        Pipeline pipeline = Optional.ofNullable(given.get(Setting.PIPELINE))
                .map(text -> SettingChecks.choice(text, Pipeline.class))
                .orElse(Pipeline.SAKILA);
        requireOnlySettingsOf(pipeline, given, configFile);
        Optional.ofNullable(given.get(Setting.SOURCE_OPTION_FILE))
                .map(SettingChecks::path)
                .ifPresent(file -> OptionFile.read(file).forEach(given::putIfAbsent));
        return new GivenSettings(pipeline, given, configFile);
    }

    private static void requireOnlySettingsOf(
            Pipeline pipeline, Map<Setting, Given> given, Optional<ConfigFile> configFile) {
        given.forEach((setting, value) -> {
            if (!setting.isFor(pipeline)) {
                throw TidemarkException.usage(
                        "The pipeline " + pipeline.word() + " has no setting " + setting.key() + " (" + value.place()
                                + ")",
                        "leave it out, or write pipeline: " + setting.pipeline().word());
            }
        });
        configFile.filter(file -> pipeline != Pipeline.COPY && !file.tables().isEmpty()).ifPresent(file -> {
            throw TidemarkException.usage(
                    "The pipeline " + pipeline.word() + " takes no tables from the file (tables in " + file.path()
                            + ")",
                    "write pipeline: copy");
        });
    }

    /** The value in force: what a place gives, or the default; empty where there is neither. */
    Optional<Given> value(Setting setting) {
        return Optional.ofNullable(values.get(setting)).or(() -> setting.defaultText(pipeline).map(Given::byDefault));
    }

    /** The value in force of a setting that must have one. */
    Given required(Setting setting) {
        return value(setting).orElseThrow(() -> TidemarkException.usage(
                "The pipeline " + pipeline.word() + " needs the setting " + setting.key(),
                "give it in the configuration file or as " + setting.variable()));
    }

    /** The user to log in as. */
    Given username() {
        return value(pipeline.server().username())
                .orElseGet(() -> Given.byDefault(System.getProperty("user.name")));
    }

    /** The setting that gives the password: a file wins over a text from the same or a weaker kind of place. */
    Optional<Setting> passwordSource() {
        ServerEnd end = pipeline.server();
        Given file = values.get(end.passwordFile());
        Given text = values.get(end.password());
        if (file != null && file.winsOver(text)) {
            return Optional.of(end.passwordFile());
        }
        return text == null ? Optional.empty() : Optional.of(end.password());
    }

    /** The password; empty where no place gives one. */
    Secret password() {
        return new Secret(passwordSource()
                .map(source -> source.isSecret() ? required(source).text() : firstLine(required(source)))
                .orElse(""));
    }

    /** The files that hold a password, by the setting that names each. */
    Map<Setting, Path> secretFiles() {
        ServerEnd end = pipeline.server();
        Map<Setting, Path> files = new EnumMap<>(Setting.class);
        for (Setting setting : List.of(end.passwordFile(), Setting.SOURCE_OPTION_FILE)) {
            value(setting).map(SettingChecks::path).ifPresent(file -> files.put(setting, file));
        }
        Given password = values.get(end.password());
        if (password != null && password.origin() == Given.Origin.CONFIGURATION_FILE) {
            files.put(end.password(), configFile.orElseThrow().path());
        }
        return files;
    }

    /** The files that the settings and passwords were read from. */
    List<Path> files() {
        return Stream.concat(configFile.map(ConfigFile::path).stream(), secretFiles().values().stream())
                .distinct()
                .toList();
    }

    private static Optional<Path> configFile(SettingSources sources) {
        return sources.configFlag()
                .or(() -> Optional.ofNullable(sources.environment().get(CONFIG_VARIABLE))
                        .map(text -> SettingChecks.path(Given.inEnvironment(text, CONFIG_VARIABLE))));
    }

    private static String firstLine(Given file) {
        try {
            return SettingChecks.text(SettingChecks.path(file)).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw TidemarkException.usage(
                    "Cannot read the password file " + SettingChecks.path(file) + " (" + file.place() + ")",
                    "name a readable file of text in UTF-8 whose first line is the password");
        }
    }
}
