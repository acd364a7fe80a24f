package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The unchecked settings from all places: for each setting, the value of the strongest place.
 *
 * @param values the settings that some place gives
 * @param configFile the configuration file, where there is one
 */
record GivenSettings(Map<Setting, Given> values, Optional<Path> configFile) {
    static final String CONFIG_VARIABLE = "TIDEMARK_CONFIG";

    static GivenSettings gather(SettingSources sources) {
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        Optional<Path> configFile = configFile(sources);
        configFile.ifPresent(file -> given.putAll(ConfigFile.read(file)));
        for (Setting setting : Setting.values()) {
            String text = sources.environment().get(setting.variable());
            if (text != null) {
                given.put(setting, Given.inEnvironment(text, setting.variable()));
            }
        }
        sources.flags().forEach((setting, text) ->
                given.put(setting, Given.onCommandLine(text, setting.flag().orElse("--ask-password"))));
        Optional.ofNullable(given.get(Setting.SOURCE_OPTION_FILE))
                .map(SettingChecks::path)
                .ifPresent(file -> OptionFile.read(file).forEach(given::putIfAbsent));
        return new GivenSettings(given, configFile);
    }

    /** The value in force: what a place gives, or the default; empty where there is neither. */
    Optional<Given> value(Setting setting) {
        return Optional.ofNullable(values.get(setting)).or(() -> setting.defaultText().map(Given::byDefault));
    }

    /** The value in force of a setting that has a default. */
    Given required(Setting setting) {
        return value(setting).orElseThrow();
    }

    /** The setting that gives the password: a file wins over a text from the same or a weaker kind of place. */
    Optional<Setting> passwordSource() {
        Given file = values.get(Setting.SOURCE_PASSWORD_FILE);
        Given text = values.get(Setting.SOURCE_PASSWORD);
        if (file != null && file.winsOver(text)) {
            return Optional.of(Setting.SOURCE_PASSWORD_FILE);
        }
        return text == null ? Optional.empty() : Optional.of(Setting.SOURCE_PASSWORD);
    }

    /** The password; empty where no place gives one. */
    Secret password() {
        return new Secret(passwordSource()
                .map(source -> source == Setting.SOURCE_PASSWORD
                        ? required(source).text()
                        : firstLine(required(source)))
                .orElse(""));
    }

    /** The files that hold a password, by the setting that names each. */
    Map<Setting, Path> secretFiles() {
        Map<Setting, Path> files = new EnumMap<>(Setting.class);
        for (Setting setting : List.of(Setting.SOURCE_PASSWORD_FILE, Setting.SOURCE_OPTION_FILE)) {
            value(setting).map(SettingChecks::path).ifPresent(file -> files.put(setting, file));
        }
        Given password = values.get(Setting.SOURCE_PASSWORD);
        if (password != null && password.origin() == Given.Origin.CONFIGURATION_FILE) {
            files.put(Setting.SOURCE_PASSWORD, configFile.orElseThrow());
        }
        return files;
    }

    private static Optional<Path> configFile(SettingSources sources) {
        return sources.configFlag()
                .or(() -> Optional.ofNullable(sources.environment().get(CONFIG_VARIABLE))
                        .map(text -> SettingChecks.path(Given.inEnvironment(text, CONFIG_VARIABLE))));
    }

    private static String firstLine(Given file) {
        try {
            return Files.readString(SettingChecks.path(file)).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw TidemarkException.usage(
                    "Cannot read the password file " + file.text() + " (" + file.place() + ")",
                    "name a readable file of text in UTF-8 whose first line is the password");
        }
    }
}
