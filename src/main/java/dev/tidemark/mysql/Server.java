package dev.tidemark.mysql;

import com.zaxxer.hikari.HikariDataSource;
import dev.tidemark.config.Secret;
import dev.tidemark.config.ServerUrls;
import dev.tidemark.config.TlsMode;
import java.time.Duration;
import java.util.Optional;

/**
 * A server of MySQL or MariaDB, and how to log in to it.
 *
 * @param end what it is to Tidemark
 * @param url a JDBC URL of MySQL, without credentials
 * @param username the user to log in as
 * @param password may be empty
 * @param timeout how long it may be silent before its connection counts as broken
 * @param tls how the connection is encrypted; empty for what the URL says
 */
public record Server(
        End end, String url, String username, Secret password, Duration timeout, Optional<TlsMode> tls) {
    private static final long LONGEST_CONNECT_MILLIS = 10_000;

    /** Host, port and schema, with the passwords masked that the URL may have for its hosts. */
    public String address() {
        return ServerUrls.shown(url).replaceFirst("^jdbc:mysql://", "").replaceFirst("[?#].*$", "");
    }

    /** A pool of at most {@code size} connections, which is not open yet. Times are in UTC, and values are exact. */
    public HikariDataSource pool(int size) {
        long timeoutMillis = timeout.toMillis();
        long connectMillis = Math.min(LONGEST_CONNECT_MILLIS, timeoutMillis);
        // A separate configuration would be copied field by field through reflection, whose first use is slow.
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName(end.toString());
        pool.setJdbcUrl(url);
        pool.setUsername(username);
        pool.setPassword(password.value());
        pool.setMaximumPoolSize(size);
        pool.setInitializationFailTimeout(1);
        pool.setConnectionTimeout(connectMillis);
        // TIMESTAMPs are in UTC whatever the server's zone, and dates are text.
        pool.addDataSourceProperty("connectionTimeZone", "+00:00");
        pool.addDataSourceProperty("forceConnectionTimeZoneToSession", "true");
        pool.addDataSourceProperty("yearIsDateType", "false");
        pool.addDataSourceProperty("tinyInt1isBit", "false");
        pool.addDataSourceProperty("characterEncoding", "UTF-8");
        pool.addDataSourceProperty("characterSetResults", "UTF-8");
        // The collation of a URL would win over the encoding.
        pool.addDataSourceProperty("connectionCollation", "utf8mb4_bin");
        // Rows come as text, because their dates are read as text; cursors would send a binary form.
        pool.addDataSourceProperty("useServerPrepStmts", "false");
        pool.addDataSourceProperty("useCursorFetch", "false");
        pool.addDataSourceProperty("maxRows", "-1");
        // The driver knows what the pool asks a new connection, and saves the round trips to the server.
        pool.addDataSourceProperty("useLocalSessionState", "true");
        pool.addDataSourceProperty("connectTimeout", Long.toString(connectMillis));
        pool.addDataSourceProperty("socketTimeout", Long.toString(timeoutMillis));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        tls.ifPresent(mode -> pool.addDataSourceProperty("sslMode", mode.name()));
        return pool;
    }
}
