package dev.tidemark.database;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import com.zaxxer.hikari.pool.HikariPool;
import dev.tidemark.config.Settings;
import dev.tidemark.failure.TidemarkException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Turns a failure of the source into one line that says where, why and what to try. */
final class SourceFailures {
    private SourceFailures() {}

    static String address(String url) {
        return url.replaceFirst("^jdbc:mysql://", "").replaceFirst("[?#].*$", "");
    }

    static <R> R explaining(Settings.Source source, Supplier<R> action) {
        try {
            return action.get();
        } catch (HikariPool.PoolInitializationException failure) {
            throw explain(source, failure);
        } catch (RuntimeException failure) {
            // HikariCP's message quotes its configuration; the reason is in the cause.
            throw causes(failure).anyMatch(SQLException.class::isInstance) ? explain(source, failure) : failure;
        }
    }

    static RuntimeException explain(Settings.Source source, Throwable failure) {
        String where = address(source.url());
        SQLException cause = causes(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst()
                .orElse(null);
        if (causes(failure).anyMatch(UnknownHostException.class::isInstance)) {
            return failed("Cannot find the source's host: " + where, "check the host's name in the source URL", failure);
        }
        if (causes(failure).anyMatch(ConnectException.class::isInstance)) {
            return failed(
                    "Cannot reach the source at " + where + ": connection refused",
                    "check that the server runs and that host and port are right",
                    failure);
        }
        if (cause == null) {
            return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
        }
        return switch (cause.getErrorCode()) {
            case MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR -> failed(
                    "The source at " + where + " refuses the login of user \"" + source.username() + "\"",
                    "check the user name, and the password in TIDEMARK_SOURCE_PASSWORD or the password file",
                    failure);
            case MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR -> failed(
                    "User \"" + source.username() + "\" may not use the schema at " + where,
                    "grant SELECT on the schema to that user",
                    failure);
            case MysqlErrorNumbers.ER_BAD_DB_ERROR -> failed(
                    "There is no such schema at the source: " + where, "check the schema's name in the source URL", failure);
            default -> failed(
                    "The source at " + where + " failed: " + oneLine(cause.getMessage()) + sqlState(cause),
                    "check that the server runs, that the network holds, and run the command again",
                    failure);
        };
    }

    private static String sqlState(SQLException cause) {
        return " (error " + cause.getErrorCode() + ", SQL state " + cause.getSQLState() + ")";
    }

    static String oneLine(String message) {
        return message == null ? "no message" : message.strip().replaceAll("\\s+", " ");
    }

    static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(32);
    }

    private static RuntimeException failed(String message, String hint, Throwable cause) {
        return TidemarkException.source(message, hint, cause);
    }
}
