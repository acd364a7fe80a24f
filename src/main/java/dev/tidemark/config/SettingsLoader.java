package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the settings from all places and checks each; stops at the first wrong one. */
public final class SettingsLoader {
    private SettingsLoader() {}

    /** The settings in force; a wrong one is a usage failure that names it, its value and where it came from. */
    public static Settings load(SettingSources sources) {
        return load(GivenSettings.gather(sources));
    }

    /** The settings in force as people read them; the same failures. */
    public static List<SettingInForce> explain(SettingSources sources) {
        GivenSettings given = GivenSettings.gather(sources);
        Settings settings = load(given);
        List<SettingInForce> inForce = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            Optional<Given> value = given.value(setting)
                    .or(() -> setting == Setting.SOURCE_USERNAME
                            ? Optional.of(Given.byDefault(settings.source().username()))
                            : Optional.empty());
            inForce.add(new SettingInForce(
                    setting.key(),
                    value.map(found -> shown(setting, found)).orElse(null),
                    value.map(found -> origin(given, setting, found)).orElse(null)));
        }
        return inForce;
    }

    /** The files that hold a password, by the setting that names each. */
    public static Map<Setting, Path> secretFiles(SettingSources sources) {
        return GivenSettings.gather(sources).secretFiles();
    }

    private static Settings load(GivenSettings given) {
        String url = SourceUrls.checked(given.required(Setting.SOURCE_URL));
        String username =
                given.value(Setting.SOURCE_USERNAME).map(Given::text).orElse(System.getProperty("user.name"));
        return new Settings(
                new Settings.Source(
                        url,
                        username,
                        given.password(),
                        SettingChecks.timeout(given.required(Setting.SOURCE_TIMEOUT)),
                        tls(given)),
                SettingChecks.path(given.required(Setting.WAREHOUSE)),
                given.value(Setting.WAREHOUSE_MODE).map(SettingChecks::mode),
                SettingChecks.detect(given.required(Setting.DETECT)),
                SettingChecks.duration(given.required(Setting.LOOK_BACK)),
                SettingChecks.percent(given.required(Setting.MAX_DELETES)),
                SettingChecks.count(given.required(Setting.RETRIES)),
                SettingChecks.duration(given.required(Setting.WAIT)),
                SettingChecks.positive(given.required(Setting.KEEP_RUNS)),
                log(given));
    }

    // The URL wins over an option file, which serves many programs, but not over the other places.
    private static Optional<TlsMode> tls(GivenSettings given) {
        Optional<Given> tls = given.value(Setting.SOURCE_TLS);
        Given url = given.required(Setting.SOURCE_URL);
        if (tls.isEmpty() || !SourceUrls.hasTls(url)) {
            return tls.map(SettingChecks::tls);
        }
        if (tls.get().origin() == Given.Origin.OPTION_FILE) {
            return Optional.empty();
        }
        throw TidemarkException.usage(
                "The source URL (" + url.place() + ") has a parameter for TLS, and " + tls.get().place()
                        + " says how too",
                "give one of them");
    }

    private static Optional<Settings.LogFile> log(GivenSettings given) {
        LogFormat format = SettingChecks.logFormat(given.required(Setting.LOG_FORMAT));
        return given.value(Setting.LOG_FILE).map(file -> new Settings.LogFile(SettingChecks.path(file), format));
    }

    private static String shown(Setting setting, Given value) {
        if (setting.isSecret()) {
            return Secret.MASK;
        }
        return setting == Setting.SOURCE_URL ? SourceUrls.shown(value.text()) : value.text();
    }

    private static String origin(GivenSettings given, Setting setting, Given value) {
        boolean unusedPassword = setting.key().startsWith(Setting.SOURCE_PASSWORD.key())
                && given.passwordSource().filter(setting::equals).isEmpty();
        return unusedPassword ? value.place() + "; not in force" : value.place();
    }
}
