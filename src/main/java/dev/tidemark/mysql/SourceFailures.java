package dev.tidemark.mysql;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import dev.tidemark.config.Settings;
import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Turns a failure of the source into one line that says where, why and what to try, and tells whether it is temporary.
 */
final class SourceFailures {
    // Errors of MariaDB, which MySQL's driver does not name.
    private static final int CONNECTION_KILLED = 1927;
    private static final int ACCOUNT_LOCKED = 4151;

    private static final Set<Integer> PASSING = Set.of(
            MysqlErrorNumbers.ER_LOCK_WAIT_TIMEOUT,
            MysqlErrorNumbers.ER_LOCK_DEADLOCK,
            MysqlErrorNumbers.ER_TABLE_DEF_CHANGED,
            MysqlErrorNumbers.ER_SERVER_SHUTDOWN,
            MysqlErrorNumbers.ER_CON_COUNT_ERROR,
            MysqlErrorNumbers.ER_QUERY_INTERRUPTED,
            MysqlErrorNumbers.ER_CLIENT_INTERACTION_TIMEOUT,
            MysqlErrorNumbers.ER_TOO_MANY_USER_CONNECTIONS,
            CONNECTION_KILLED,
            // The schema had this column or table a moment ago: the next attempt finds it again, or says what is
            // missing.
            MysqlErrorNumbers.ER_BAD_FIELD_ERROR,
            MysqlErrorNumbers.ER_NO_SUCH_TABLE);

    private final Settings.Source source;
    private boolean connectedBefore;

    SourceFailures(Settings.Source source) {
        this.source = source;
    }

    /** Host, port and schema. */
    String address() {
        return source.url().replaceFirst("^jdbc:mysql://", "").replaceFirst("[?#].*$", "");
    }

    /** Notes that the source was reached: a later lost connection is then a temporary failure. */
    void connected() {
        connectedBefore = true;
    }

    /** Runs {@code action}; explains a failure of the source, and lets others pass through. */
    <R> R explaining(Supplier<R> action) {
        return Causes.explaining(action, failure -> Causes.of(failure)
                .filter(cause -> cause instanceof SQLException)
                .findFirst()
                .map(cause -> explain((SQLException) cause, failure)));
    }

    private RuntimeException explain(SQLException cause, RuntimeException failure) {
        String where = address();
        if (Causes.of(failure).anyMatch(UnknownHostException.class::isInstance)) {
            return lost("Cannot find the source's host: " + where, "check the host's name in the source URL", failure);
        }
        if (Causes.of(failure).anyMatch(ConnectException.class::isInstance)) {
            return lost(
                    "Cannot reach the source at " + where + ": connection refused",
                    "check that the server runs, and host and port in the source URL (--source-url)",
                    failure);
        }
        Optional<TidemarkException> login =
                connectedBefore ? Optional.empty() : new LoginFailures(where).explain(failure);
        if (login.isPresent()) {
            return login.get();
        }
        return switch (cause.getErrorCode()) {
            case MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR -> failed(
                    "The source at " + where + " refuses the login of user \"" + source.username() + "\"",
                    "check the user name, and the password in TIDEMARK_SOURCE_PASSWORD or the password file;"
                            + " config says where each comes from",
                    failure);
            case MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR -> failed(
                    "User \"" + source.username() + "\" may not use the schema at " + where,
                    "check the schema's name in the source URL, or grant SELECT on it to that user",
                    failure);
            case MysqlErrorNumbers.ER_HOST_NOT_PRIVILEGED, MysqlErrorNumbers.ER_HOST_IS_BLOCKED -> failed(
                    "The source at " + where + " lets nobody in from this host: " + Causes.firstLine(cause),
                    "have the server's owner allow user \"" + source.username() + "\" from here, or unblock the host",
                    failure);
            case MysqlErrorNumbers.ER_MUST_CHANGE_PASSWORD,
                    MysqlErrorNumbers.ER_MUST_CHANGE_PASSWORD_LOGIN,
                    MysqlErrorNumbers.ER_ACCOUNT_HAS_BEEN_LOCKED,
                    ACCOUNT_LOCKED -> failed(
                    "The account of user \"" + source.username() + "\" at " + where + " cannot be used: "
                            + Causes.firstLine(cause),
                    "have the server's owner unlock the account or give it a new password",
                    failure);
            case MysqlErrorNumbers.ER_TABLEACCESS_DENIED_ERROR,
                    MysqlErrorNumbers.ER_COLUMNACCESS_DENIED_ERROR -> failed(
                    "User \"" + source.username() + "\" may not read all of " + where + ": " + Causes.firstLine(cause),
                    "grant SELECT on the schema to that user",
                    failure);
            case MysqlErrorNumbers.ER_BAD_DB_ERROR -> failed(
                    "There is no such schema at the source: " + where,
                    "check the schema's name in the source URL",
                    failure);
            default -> other(cause, failure);
        };
    }

    private RuntimeException other(SQLException cause, RuntimeException failure) {
        String hint = "check that the server runs and that the network holds, then run the command again";
        Optional<Throwable> broken =
                Causes.of(failure).filter(IOException.class::isInstance).reduce((outer, inner) -> inner);
        if (broken.filter(SocketTimeoutException.class::isInstance).isPresent()) {
            return lost(
                    "The source at " + address() + " says nothing (" + Causes.firstLine(broken.get()) + ")",
                    "check that the server and the network are well; --source-timeout is how long it may say nothing",
                    failure);
        }
        if (broken.isPresent()) {
            return lost(
                    "The connection to the source at " + address() + " broke: " + Causes.firstLine(broken.get()),
                    hint,
                    failure);
        }
        String message = "The source at " + address() + " failed: " + Causes.firstLine(cause) + sqlState(cause);
        if (PASSING.contains(cause.getErrorCode())) {
            return TidemarkException.passing(message, hint, failure);
        }
        boolean connection = cause.getSQLState() != null && cause.getSQLState().startsWith("08");
        return connection ? lost(message, hint, failure) : failed(message, hint, failure);
    }

    // If the source was never reached, its address is more likely wrong than the server down.
    private RuntimeException lost(String message, String hint, Throwable cause) {
        return connectedBefore
                ? TidemarkException.passing(message, hint, cause)
                : TidemarkException.source(message, hint, cause);
    }

    private static String sqlState(SQLException cause) {
        return " (error " + cause.getErrorCode() + ", SQL state " + cause.getSQLState() + ")";
    }

    /** A failure that is not temporary. */
    private static RuntimeException failed(String message, String hint, Throwable cause) {
        return TidemarkException.source(message, hint, cause);
    }
}
