package dev.tidemark.postgres;

import dev.tidemark.config.CopySettings;
import dev.tidemark.config.TlsMode;
import dev.tidemark.sql.RuntimeRows;
import java.time.Duration;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.AutoSave;

/** Makes the connections to the target. Each lives as long as its session: there are few, and they live long. */
final class PostgresConnections {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final int ROWS_AT_A_TIME = 1000;

    // Whatever the settings of the user and the database say: times are in UTC, bytes in hex, numbers and names as they
    // are, and neither an idle moment of the transaction nor a notice disturbs the run.
    private static final String SESSION = "SET TimeZone = 'UTC'; SET bytea_output = 'hex'; SET DateStyle = 'ISO';"
            + " SET extra_float_digits = 1; SET quote_all_identifiers = off;"
            + " SET idle_in_transaction_session_timeout = 0; SET client_min_messages = 'error'";

    private final PostgresFailures failures;
    private final SqlSessionFactory sessions;

    PostgresConnections(CopySettings.Target settings) {
        this.failures = new PostgresFailures(settings);
        Configuration configuration =
                new Configuration(new Environment("target", new JdbcTransactionFactory(), source(settings)));
        configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
        configuration.setDefaultFetchSize(ROWS_AT_A_TIME);
        RuntimeRows.register(configuration, RuntimeRows.TEXT);
        this.sessions = new SqlSessionFactoryBuilder().build(configuration);
    }

    /** What explains failures. */
    PostgresFailures failures() {
        return failures;
    }

    /** A connection whose statements commit by themselves. */
    PostgresSession open() {
        return ready(new PostgresSession(sessions.openSession(true), failures));
    }

    /** A connection with an open transaction. */
    PostgresSession begin() {
        return ready(new PostgresSession(sessions.openSession(false), failures));
    }

    private PostgresSession ready(PostgresSession session) {
        try {
            session.execute(SESSION);
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
        failures.connected();
        return session;
    }

    private static PGSimpleDataSource source(CopySettings.Target settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.username());
        source.setPassword(settings.password().value());
        source.setApplicationName("tidemark");
        // A savepoint for each statement, which a URL may ask for, would begin the transaction too early.
        source.setAutosave(AutoSave.NEVER);
        source.setTcpKeepAlive(true);
        int seconds = Math.toIntExact(Math.max(1, settings.timeout().toSeconds()));
        source.setSocketTimeout(seconds);
        int connectSeconds = Math.min(seconds, Math.toIntExact(LONGEST_CONNECT.toSeconds()));
        source.setConnectTimeout(connectSeconds);
        source.setLoginTimeout(connectSeconds);
        settings.tls().ifPresent(mode -> encrypt(source, mode));
        return source;
    }

    // Unless the URL names certificates, those that Java trusts are trusted, not those of a file in the home folder.
    private static void encrypt(PGSimpleDataSource source, TlsMode mode) {
        source.setSslMode(switch (mode) {
            case DISABLED -> "disable";
            case PREFERRED -> "prefer";
            case REQUIRED -> "require";
            case VERIFY_CA -> "verify-ca";
            case VERIFY_IDENTITY -> "verify-full";
        });
        boolean verified = mode == TlsMode.VERIFY_CA || mode == TlsMode.VERIFY_IDENTITY;
        if (verified && source.getSslRootCert() == null && source.getSslfactory() == null) {
            source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
        }
    }
}
