package dev.tidemark.spark.load;

import dev.tidemark.config.Secret;
import dev.tidemark.config.Settings;
import dev.tidemark.config.TlsMode;
import dev.tidemark.mysql.SourceDatabase;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/**
 * How an executor logs in to the source. Spark sends it with the tasks.
 *
 * @param url a JDBC URL of MySQL, without credentials
 * @param username the user to log in as
 * @param password may be empty
 * @param timeout how long the source may be silent
 * @param tls how the connection is encrypted; null for what the URL says
 */
public record SourceLogin(String url, String username, Secret password, Duration timeout, TlsMode tls)
        implements Serializable {
    /** The login that the settings of the driver name. */
    public static SourceLogin of(Settings.Source settings) {
        return new SourceLogin(
                settings.url(),
                settings.username(),
                settings.password(),
                settings.timeout(),
                settings.tls().orElse(null));
    }

    /** The source; the caller closes it. */
    public SourceDatabase open() {
        return new SourceDatabase(
                new Settings.Source(url, username, password, timeout, Optional.ofNullable(tls)));
    }
}
