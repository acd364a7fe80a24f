package dev.tidemark.config;

import dev.tidemark.failure.TidemarkException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the settings from all places and checks each; stops at the first wrong one. */
public final class SettingsLoader {
    private static final Path NO_FILE = Path.of("a configuration file");

    private SettingsLoader() {}

    /** The settings in force; a wrong one is a usage failure that names it, its value and where it came from. */
    public static Settings load(SettingSources sources) {
        return load(GivenSettings.gather(sources));
    }

    /** The pipeline in force; the same failures of what says so. */
    public static Pipeline pipeline(SettingSources sources) {
        return GivenSettings.gather(sources).pipeline();
    }

    /**
     * The settings in force as people read them, with absolute file names, then the tables that the file names; the
     * same failures.
     */
    public static List<SettingInForce> explain(SettingSources sources) {
        GivenSettings given = GivenSettings.gather(sources);
        load(given);
        List<SettingInForce> inForce = new ArrayList<>();
        for (Setting setting : Setting.of(given.pipeline())) {
            Optional<Given> value = setting == given.pipeline().server().username()
                    ? Optional.of(given.username())
                    : given.value(setting);
            inForce.add(new SettingInForce(
                    setting.key(),
                    value.map(found -> shown(setting, found)).orElse(null),
                    value.map(found -> origin(given, setting, found)).orElse(null)));
        }
        given.configFile().ifPresent(file -> file.tables().forEach((name, table) ->
                inForce.add(new SettingInForce(TablesSection.KEY + "." + name, table.summary(), "" + file.path()))));
        return inForce;
    }

    /** The files that hold a password, by the setting that names each. */
    public static Map<Setting, Path> secretFiles(SettingSources sources) {
        return GivenSettings.gather(sources).secretFiles();
    }

    private static Settings load(GivenSettings given) {
        return new Settings(
                switch (given.pipeline()) {
                    case SAKILA -> star(given);
                    case COPY -> copy(given);
                },
                SettingChecks.detect(given.required(Setting.DETECT)),
                SettingChecks.duration(given.required(Setting.LOOK_BACK)),
                SettingChecks.percent(given.required(Setting.MAX_DELETES)),
                SettingChecks.number(given.required(Setting.RETRIES), 0, 999_999, "3"),
                SettingChecks.duration(given.required(Setting.WAIT)),
                SettingChecks.number(given.required(Setting.KEEP_RUNS), 1, 999_999, "1000"),
                log(given),
                given.files());
    }

    private static StarSettings star(GivenSettings given) {
        return new StarSettings(
                new Settings.Source(url(given), given.username().text(), given.password(), timeout(given), tls(given)),
                SettingChecks.path(given.required(Setting.WAREHOUSE)),
                given.value(Setting.WAREHOUSE_MODE).map(SettingChecks::mode));
    }

    private static CopySettings copy(GivenSettings given) {
        return new CopySettings(
                given.configFile().map(ConfigFile::path).orElse(NO_FILE),
                SqliteUrls.file(given.required(Setting.SOURCE_URL)),
                target(given),
                SettingChecks.path(given.required(Setting.STATE)),
                choice(given, Setting.NAMES, CopySettings.Names.class),
                choice(given, Setting.CREATE, CopySettings.Create.class),
                choice(given, Setting.KEYS, CopySettings.Keys.class),
                choice(given, Setting.COMMIT, CopySettings.Commit.class),
                choice(given, Setting.DELETES, CopySettings.Deletes.class),
                choice(given, Setting.BAD_ROWS, CopySettings.BadRows.class),
                choice(given, Setting.EXISTING, CopySettings.Existing.class),
                SettingChecks.number(given.required(Setting.BATCH_SIZE), 1, 100_000, "1000"),
                given.configFile().map(ConfigFile::tables).orElse(Map.of()));
    }

    private static CopySettings.Target target(GivenSettings given) {
        String url = url(given);
        Optional<Given> schema = given.value(Setting.TARGET_SCHEMA);
        boolean postgresql = ServerUrls.isPostgresql(url);
        schema.filter(_ -> !postgresql).ifPresent(wrong -> {
            throw TidemarkException.usage(
                    "Only PostgreSQL has the setting target.schema (" + wrong.place() + ")",
                    "leave it out; the target URL names the database");
        });
        return new CopySettings.Target(
                postgresql ? CopySettings.Target.Kind.POSTGRESQL : CopySettings.Target.Kind.MYSQL,
                url,
                given.username().text(),
                given.password(),
                timeout(given),
                tls(given),
                schema.map(SettingChecks::name));
    }

    private static <E extends Enum<E>> E choice(GivenSettings given, Setting setting, Class<E> type) {
        return SettingChecks.choice(given.required(setting), type);
    }

    private static String url(GivenSettings given) {
        ServerEnd end = given.pipeline().server();
        return ServerUrls.checked(given.required(end.url()), end);
    }

    private static Duration timeout(GivenSettings given) {
        return SettingChecks.timeout(given.required(given.pipeline().server().timeout()));
    }

    // The URL wins over an option file, which serves many programs, but not over the other places.
    private static Optional<TlsMode> tls(GivenSettings given) {
        ServerEnd end = given.pipeline().server();
        Optional<Given> tls = given.value(end.tls());
        Given url = given.required(end.url());
        if (tls.isEmpty() || !ServerUrls.hasTls(url)) {
            return tls.map(SettingChecks::tls);
        }
        if (tls.get().origin() == Given.Origin.OPTION_FILE) {
            return Optional.empty();
        }
        throw TidemarkException.usage(
                "The " + end.word() + " URL (" + url.place() + ") has a parameter for TLS, and " + tls.get().place()
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
        if (setting.isFile()) {
            return SettingChecks.path(value).toAbsolutePath().toString();
        }
        return setting.key().endsWith(".url") ? ServerUrls.shown(SqliteUrls.absolute(value)) : value.text();
    }

    private static String origin(GivenSettings given, Setting setting, Given value) {
        ServerEnd end = given.pipeline().server();
        boolean unusedPassword = (setting == end.password() || setting == end.passwordFile())
                && given.passwordSource().filter(setting::equals).isEmpty();
        return unusedPassword ? value.place() + "; not in force" : value.place();
    }
}
