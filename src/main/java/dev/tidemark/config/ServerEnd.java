package dev.tidemark.config;

import java.util.Locale;

/** An end of a pipeline that is a database server, and the settings that say how to log in there. */
public enum ServerEnd {
    /** The MySQL server that a star is read from. */
    SOURCE(
            Setting.SOURCE_URL, Setting.SOURCE_USERNAME, Setting.SOURCE_PASSWORD, Setting.SOURCE_PASSWORD_FILE,
            Setting.SOURCE_TLS, Setting.SOURCE_TIMEOUT),
    /** The server that a copy is brought to. */
    TARGET(
            Setting.TARGET_URL, Setting.TARGET_USERNAME, Setting.TARGET_PASSWORD, Setting.TARGET_PASSWORD_FILE,
            Setting.TARGET_TLS, Setting.TARGET_TIMEOUT);

    private final Setting url;
    private final Setting username;
    private final Setting password;
    private final Setting passwordFile;
    private final Setting tls;
    private final Setting timeout;

    ServerEnd(Setting url, Setting username, Setting password, Setting passwordFile, Setting tls, Setting timeout) {
        this.url = url;
        this.username = username;
        this.password = password;
        this.passwordFile = passwordFile;
        this.tls = tls;
        this.timeout = timeout;
    }

    /** The word for it in messages, such as {@code source}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Setting url() {
        return url;
    }

    Setting username() {
        return username;
    }

    /** The setting that is the password. */
    public Setting password() {
        return password;
    }

    /** The setting that names a file with the password. */
    public Setting passwordFile() {
        return passwordFile;
    }

    Setting tls() {
        return tls;
    }

    Setting timeout() {
        return timeout;
    }
}
