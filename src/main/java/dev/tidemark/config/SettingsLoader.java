package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Brings the settings of all places together and checks each; stops at the first wrong one. */
public final class SettingsLoader {
    private static final String DEFAULT_URL = "jdbc:mysql://localhost:3306/sakila";
    private static final String DEFAULT_SOURCE_TIMEOUT = "5m";
    private static final String DEFAULT_WAREHOUSE = "analytics.db";
    private static final String DEFAULT_LOOK_BACK = "60s";
    private static final String DEFAULT_RETRIES = "3";
    private static final String DEFAULT_WAIT = "0s";
    private static final String CONFIG_VARIABLE = "TIDEMARK_CONFIG";

    private SettingsLoader() {}

    /** The settings in force; a wrong one is a usage failure that names it, its value and where it came from. */
    public static Settings load(SettingSources sources) {
        Map<Setting, Given> given = gather(sources);
        String url = value(given, Setting.SOURCE_URL).map(SourceUrls::checked).orElse(DEFAULT_URL);
        String username =
                value(given, Setting.SOURCE_USERNAME).map(Given::text).orElse(System.getProperty("user.name"));
        return new Settings(
                new Settings.Source(url, username, password(given), sourceTimeout(given)),
                SettingChecks.path(value(given, Setting.WAREHOUSE).orElse(Given.byDefault(DEFAULT_WAREHOUSE))),
                SettingChecks.duration(value(given, Setting.LOOK_BACK).orElse(Given.byDefault(DEFAULT_LOOK_BACK))),
                SettingChecks.count(value(given, Setting.RETRIES).orElse(Given.byDefault(DEFAULT_RETRIES))),
                SettingChecks.duration(value(given, Setting.WAIT).orElse(Given.byDefault(DEFAULT_WAIT))));
    }

    private static Duration sourceTimeout(Map<Setting, Given> given) {
        return SettingChecks.timeout(
                value(given, Setting.SOURCE_TIMEOUT).orElse(Given.byDefault(DEFAULT_SOURCE_TIMEOUT)));
    }

    private static Optional<Given> value(Map<Setting, Given> given, Setting setting) {
        return Optional.ofNullable(given.get(setting));
    }

    private static Map<Setting, Given> gather(SettingSources sources) {
        Map<Setting, Given> given = new EnumMap<>(Setting.class);
        configFile(sources).ifPresent(file -> given.putAll(ConfigFile.read(file)));
        for (Setting setting : Setting.values()) {
            String text = sources.environment().get(setting.variable());
            if (text != null) {
                given.put(setting, new Given(text, "environment variable " + setting.variable()));
            }
        }
        sources.flags().forEach((setting, text) -> given.put(setting, new Given(text, setting.flag().orElseThrow())));
        return given;
    }

    private static Optional<Path> configFile(SettingSources sources) {
        return sources.configFlag()
                .or(() -> Optional.ofNullable(sources.environment().get(CONFIG_VARIABLE))
                        .map(text -> SettingChecks.path(new Given(text, "environment variable " + CONFIG_VARIABLE))));
    }

    // A password file beats a password of the same or a lower place; a flag can only name a file.
    private static Secret password(Map<Setting, Given> given) {
        Optional<Given> file = value(given, Setting.SOURCE_PASSWORD_FILE);
        Optional<Given> text = value(given, Setting.SOURCE_PASSWORD);
        boolean variableOverFile = text.isPresent() && text.get().fromEnvironment()
                && file.isPresent() && file.get().fromFile();
        if (file.isPresent() && !variableOverFile) {
            return new Secret(passwordIn(file.get()));
        }
        return new Secret(text.map(Given::text).orElse(""));
    }

    private static String passwordIn(Given file) {
        try {
            return Files.readString(SettingChecks.path(file)).lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw TidemarkException.usage(
                    "Cannot read the password file " + file.text() + " (" + file.place() + ")",
                    "name a readable file whose first line is the password");
        }
    }
}
