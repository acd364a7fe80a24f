package dev.tidemark.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting: its names, its default and its meaning. The options, the example of a configuration file and the list of
 * settings in force all come from here. A password has no option, because others can read a command line.
 */
public enum Setting {
    SOURCE_URL(
            "source.url", "URL", "jdbc:mysql://localhost:3306/sakila",
            "The source. It takes the parameters of Connector/J, but no credentials."),
    SOURCE_USERNAME("source.username", "USER", null, "The user to log in as; else the system's user."),
    SOURCE_PASSWORD("source.password", null, null, "The password. Better kept in a file or the environment."),
    SOURCE_PASSWORD_FILE("source.password-file", "FILE", null, "File whose first line is the password."),
    SOURCE_OPTION_FILE(
            "source.option-file", "FILE", null,
            "Option file of MySQL, such as ~/.my.cnf: its group [client] gives user, password, host, port and ssl-mode"
                    + " where nothing else does."),
    SOURCE_TLS(
            "source.tls", "MODE", null,
            "disabled, preferred, required, verify-ca or verify-identity; else what the URL says, or preferred."),
    SOURCE_TIMEOUT(
            "source.timeout", "DURATION", "5m",
            "How long the source may be silent before its connection counts as broken."),
    WAREHOUSE("warehouse", "FILE", "analytics.db", "The SQLite file."),
    WAREHOUSE_MODE(
            "warehouse-mode", "MODE", null,
            "Who may open the warehouse: 600 its owner, 640 the group may read, 660 the group may write; set by init."
                    + " Else a new file is 600."),
    DETECT(
            "detect", "HOW", "content",
            "How incremental finds changes. content: by the content of rows, exactly. timestamps: by last_update alone,"
                    + " which is quicker, but misses deletes and changes that did not move last_update."),
    LOOK_BACK(
            "look-back", "DURATION", "60s",
            "With detect timestamps: how far before the last snapshot last_update counts as recent, for transactions"
                    + " that commit late."),
    MAX_DELETES(
            "max-deletes", "PERCENT", "50%",
            "A run that would delete more of a table's rows than this stops before it commits; tables of fewer than"
                    + " 100 rows are exempt, and 100% allows all."),
    RETRIES("retries", "N", "3", "How often a load tries again after a temporary failure of the source."),
    WAIT("wait", "SECONDS", "0", "How long to wait for another run that holds the warehouse."),
    KEEP_RUNS("keep-runs", "N", "1000", "How many runs the history keeps."),
    LOG_FILE("log-file", "FILE", null, "File to log to; it is rotated at 10 MB, and five old ones are kept."),
    LOG_FORMAT("log-format", "FORMAT", "text", "text or json: how lines of the log file are written.");

    private final String key;
    private final String valueLabel;
    private final String defaultText;
    private final String description;

    Setting(String key, String valueLabel, String defaultText, String description) {
        this.key = key;
        this.valueLabel = valueLabel;
        this.defaultText = defaultText;
        this.description = description;
    }

    /** The path in the configuration file, such as {@code source.url}. */
    public String key() {
        return key;
    }

    /** The environment variable. */
    public String variable() {
        return "TIDEMARK_" + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** The command line's option; empty where there is none. */
    public Optional<String> flag() {
        return valueLabel == null ? Optional.empty() : Optional.of("--" + key.replace('.', '-'));
    }

    /** The name of its value in help, such as {@code FILE}; empty if there is no option. */
    public Optional<String> valueLabel() {
        return Optional.ofNullable(valueLabel);
    }

    /** The default value; empty if there is none, or if it depends on the system or another setting. */
    public Optional<String> defaultText() {
        return Optional.ofNullable(defaultText);
    }

    /** Its meaning, in a sentence or two. */
    public String description() {
        return description;
    }

    /** Whether its value must not be shown. */
    public boolean isSecret() {
        return this == SOURCE_PASSWORD;
    }

    /** The setting with this path in the configuration file. */
    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }
}
