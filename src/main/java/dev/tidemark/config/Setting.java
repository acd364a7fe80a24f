package dev.tidemark.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A setting: its names, its default and its meaning. The options, the example of a configuration file and the list of
 * settings in force all come from here. A password has no option, because others can read a command line; what
 * describes a copy has none either, because it stands beside the tables in the file.
 */
public enum Setting {
    PIPELINE(
            "pipeline", null, "sakila",
            "sakila: the star of Sakila, from MySQL to a warehouse. copy: the tables of a SQLite file, to PostgreSQL,"
                    + " MySQL or MariaDB."),
    SOURCE_URL(
            "source.url", "URL", "jdbc:mysql://localhost:3306/sakila",
            "The source. A star's takes the parameters of Connector/J, but no credentials; a copy's is"
                    + " jdbc:sqlite:FILE."),
    SOURCE_USERNAME(
            Pipeline.SAKILA, "source.username", "USER", null, "The user to log in as; else the system's user."),
    SOURCE_PASSWORD(
            Pipeline.SAKILA, "source.password", null, null,
            "The password. Better kept in a file or the environment."),
    SOURCE_PASSWORD_FILE(
            Pipeline.SAKILA, "source.password-file", "FILE", null, "File whose first line is the password."),
    SOURCE_OPTION_FILE(
            Pipeline.SAKILA, "source.option-file", "FILE", null,
            "Option file of MySQL, such as ~/.my.cnf: its group [client] gives user, password, host, port and ssl-mode"
                    + " where nothing else does."),
    SOURCE_TLS(
            Pipeline.SAKILA, "source.tls", "MODE", null,
            "disabled, preferred, required, verify-ca or verify-identity; else what the URL says, or preferred."),
    SOURCE_TIMEOUT(
            Pipeline.SAKILA, "source.timeout", "DURATION", "5m",
            "How long the source may be silent before its connection counts as broken. A load tries again until it was"
                    + " silent for ten minutes in all."),
    TARGET_URL(
            Pipeline.COPY, "target.url", "URL", null,
            "The target of a copy: jdbc:postgresql://HOST/DATABASE, jdbc:mysql:// or jdbc:mariadb://; no credentials."),
    TARGET_USERNAME(
            Pipeline.COPY, "target.username", "USER", null,
            "The user to log in to the target as; else the system's user."),
    TARGET_PASSWORD(
            Pipeline.COPY, "target.password", null, null,
            "The target's password. Better kept in a file or the environment."),
    TARGET_PASSWORD_FILE(
            Pipeline.COPY, "target.password-file", "FILE", null,
            "File whose first line is the target's password."),
    TARGET_TLS(
            Pipeline.COPY, "target.tls", "MODE", null,
            "How the connection to the target is encrypted, in the words of --source-tls: disabled, preferred,"
                    + " required, verify-ca or verify-identity."),
    TARGET_TIMEOUT(
            Pipeline.COPY, "target.timeout", "DURATION", "5m",
            "How long the target may be silent before its connection counts as broken. A load tries again until it was"
                    + " silent for ten minutes in all."),
    TARGET_SCHEMA(
            Pipeline.COPY, "target.schema", null, null,
            "The schema of the tables in PostgreSQL; else public."),
    WAREHOUSE(Pipeline.SAKILA, "warehouse", "FILE", "analytics.db", "The SQLite file."),
    WAREHOUSE_MODE(
            Pipeline.SAKILA, "warehouse-mode", "MODE", null,
            "Who may open the warehouse: 600 its owner, 640 the group may read, 660 the group may write; set by init."
                    + " Else a new file is 600."),
    STATE(
            Pipeline.COPY, "state", "FILE", "tidemark.state.db",
            "The SQLite file where a copy keeps its runs, its map of rows and the rows that it left out."),
    NAMES(
            Pipeline.COPY, "names", null, "snake_case",
            "How names in the target are made. snake_case: InvoiceLine becomes invoice_line. same: as in the source."),
    CREATE(
            Pipeline.COPY, "create", null, "missing",
            "missing: init creates the target's tables that are missing. never: they must be there."),
    KEYS(
            Pipeline.COPY, "keys", null, "keep",
            "keep: rows keep their keys. assign: the target gives new ids, and foreign keys are rewritten."),
    COMMIT(
            Pipeline.COPY, "commit", null, "run",
            "run: a run commits all tables together. table: each table commits by itself."),
    DELETES(
            Pipeline.COPY, "deletes", null, "apply",
            "apply: rows that are gone from the source are deleted in the target. keep: they stay."),
    BAD_ROWS(
            Pipeline.COPY, "bad-rows", null, "stop",
            "What a row does that cannot be carried over unchanged. stop: the run changes nothing. reject: the row is"
                    + " left out and recorded with the reason."),
    EXISTING(
            Pipeline.COPY, "existing", null, "update",
            "What happens to a row that is in the target already. update: it gets the source's values. keep: it stays"
                    + " as it is. fail: it counts as a bad row."),
    BATCH_SIZE(
            Pipeline.COPY, "batch-size", null, "1000", "How many rows are sent to the target together, 1 to 100000."),
    DETECT(
            "detect", "HOW", "content",
            "How incremental finds changes. content: by the content of rows, exactly. timestamps: by last_update (in a"
                    + " copy: changed-at) alone, which is quicker, but misses deletes and changes that did not move"
                    + " it."),
    LOOK_BACK(
            "look-back", "DURATION", "60s",
            "With detect timestamps: how far before the last snapshot a timestamp counts as recent, for transactions"
                    + " that commit late."),
    MAX_DELETES(
            "max-deletes", "PERCENT", "50%",
            "A run that would delete more of a table's rows than this stops before it commits; tables of fewer than"
                    + " 100 rows are exempt, and 100% allows all."),
    RETRIES("retries", "N", "3", "How often a load tries again after a temporary failure of a database."),
    WAIT(
            "wait", "SECONDS", "0",
            "How long to wait for another run that writes to the same place."),
    KEEP_RUNS("keep-runs", "N", "1000", "How many runs the history keeps."),
    LOG_FILE("log-file", "FILE", null, "File to log to; a missing folder is created."
            + " It is rotated at 10 MB, and five old ones are kept."),
    LOG_FORMAT("log-format", "FORMAT", "text", "text or json: how lines of the log file are written.");

    private final Pipeline only;
    private final String key;
    private final String valueLabel;
    private final String defaultText;
    private final String description;

    Setting(String key, String valueLabel, String defaultText, String description) {
        this(null, key, valueLabel, defaultText, description);
    }

    Setting(Pipeline only, String key, String valueLabel, String defaultText, String description) {
        this.only = only;
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

    /** The default value in this pipeline: the source of a copy has none. */
    Optional<String> defaultText(Pipeline pipeline) {
        return this == SOURCE_URL && pipeline == Pipeline.COPY ? Optional.empty() : defaultText();
    }

    /** Whether this pipeline has the setting. */
    boolean isFor(Pipeline pipeline) {
        return only == null || only == pipeline;
    }

    /** The only pipeline that has the setting; null for all. */
    Pipeline pipeline() {
        return only;
    }

    /** The settings that this pipeline has, in order. */
    static List<Setting> of(Pipeline pipeline) {
        return Arrays.stream(values()).filter(setting -> setting.isFor(pipeline)).toList();
    }

    /** Its meaning, in a sentence or two. */
    public String description() {
        return description;
    }

    /** The words that its value may be; empty if it has others too. */
    public List<String> choices() {
        return switch (this) {
            case SOURCE_TLS, TARGET_TLS -> Arrays.stream(TlsMode.values()).map(TlsMode::word).toList();
            case WAREHOUSE_MODE -> List.of("600", "640", "660");
            case DETECT -> List.of("content", "timestamps");
            case LOG_FORMAT -> List.of("text", "json");
            default -> List.of();
        };
    }

    /** Whether its value is the name of a file. */
    public boolean isFile() {
        return "FILE".equals(valueLabel);
    }

    /** Whether its value must not be shown. */
    public boolean isSecret() {
        return this == SOURCE_PASSWORD || this == TARGET_PASSWORD;
    }

    /** The setting with this path in the configuration file. */
    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }
}
