package dev.tidemark.config;

import java.util.Arrays;
import java.util.Optional;

/** A setting by its three names. A password has no flag: what stands on a command line, others can read. */
public enum Setting {
    SOURCE_URL("source.url", "TIDEMARK_SOURCE_URL", "--source-url"),
    SOURCE_USERNAME("source.username", "TIDEMARK_SOURCE_USERNAME", "--source-username"),
    SOURCE_PASSWORD("source.password", "TIDEMARK_SOURCE_PASSWORD", null),
    SOURCE_PASSWORD_FILE("source.password-file", "TIDEMARK_SOURCE_PASSWORD_FILE", "--source-password-file"),
    SOURCE_TIMEOUT("source.timeout", "TIDEMARK_SOURCE_TIMEOUT", "--source-timeout"),
    WAREHOUSE("warehouse", "TIDEMARK_WAREHOUSE", "--warehouse"),
    LOOK_BACK("look-back", "TIDEMARK_LOOK_BACK", "--look-back"),
    RETRIES("retries", "TIDEMARK_RETRIES", "--retries"),
    WAIT("wait", "TIDEMARK_WAIT", "--wait");

    private final String key;
    private final String variable;
    private final String flag;

    Setting(String key, String variable, String flag) {
        this.key = key;
        this.variable = variable;
        this.flag = flag;
    }

    /** The path in the configuration file, such as {@code source.url}. */
    public String key() {
        return key;
    }

    /** The environment variable. */
    public String variable() {
        return variable;
    }

    /** The command line's option; empty where there is none. */
    public Optional<String> flag() {
        return Optional.ofNullable(flag);
    }

    /** The setting with this path in the configuration file. */
    public static Optional<Setting> ofKey(String key) {
        return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
    }
}
