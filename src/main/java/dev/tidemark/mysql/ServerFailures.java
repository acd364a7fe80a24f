package dev.tidemark.mysql;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
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
 * Turns a failure of a server into one line that says where, why and what to try, and tells whether it is temporary.
 */
public final class ServerFailures {
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

    private final Server server;
    private final End end;
    private volatile boolean connectedBefore;

    /** Explains failures of {@code server}. */
    public ServerFailures(Server server) {
        this.server = server;
        this.end = server.end();
    }

    /** Notes that the server was reached: a later lost connection is then a temporary failure. */
    public void connected() {
        connectedBefore = true;
    }

    /** Runs {@code action}; explains a failure of the server, and lets others pass through. */
    public <R> R explaining(Supplier<R> action) {
        return Causes.explaining(action, failure -> Causes.of(failure)
                .filter(cause -> cause instanceof SQLException)
                .findFirst()
                .map(cause -> explain((SQLException) cause, failure)));
    }

    /** The failure of {@code failure}, whose cause {@code cause} is, for people. */
    public RuntimeException explain(SQLException cause, RuntimeException failure) {
        String where = server.address();
        if (Causes.of(failure).anyMatch(UnknownHostException.class::isInstance)) {
            return lost(
                    "Cannot find the " + end + "'s host: " + where,
                    "check the host's name in the " + end + " URL",
                    failure);
        }
        if (Causes.of(failure).anyMatch(ConnectException.class::isInstance)) {
            return lost(
                    "Cannot reach the " + end + " at " + where + ": connection refused",
                    "check that the server runs, and host and port in the " + end + " URL (" + end.setting("url") + ")",
                    failure);
        }
        Optional<TidemarkException> login =
                connectedBefore ? Optional.empty() : new LoginFailures(end, where).explain(failure);
        if (login.isPresent()) {
            return login.get();
        }
        return switch (cause.getErrorCode()) {
            case MysqlErrorNumbers.ER_ACCESS_DENIED_ERROR -> refused(where, failure);
            case MysqlErrorNumbers.ER_DBACCESS_DENIED_ERROR -> failed(
                    "User \"" + server.username() + "\" may not use the schema at " + where,
                    "check the schema's name in the " + end + " URL, or grant " + end.rights() + " on it to that user",
                    failure);
            case MysqlErrorNumbers.ER_HOST_NOT_PRIVILEGED, MysqlErrorNumbers.ER_HOST_IS_BLOCKED -> failed(
                    "The " + end + " at " + where + " lets nobody in from this host: " + Causes.firstLine(cause),
                    "have the server's owner allow user \"" + server.username() + "\" from here, or unblock the host",
                    failure);
            case MysqlErrorNumbers.ER_MUST_CHANGE_PASSWORD,
                    MysqlErrorNumbers.ER_MUST_CHANGE_PASSWORD_LOGIN,
                    MysqlErrorNumbers.ER_ACCOUNT_HAS_BEEN_LOCKED,
                    ACCOUNT_LOCKED -> failed(
                    "The account of user \"" + server.username() + "\" at " + where + " cannot be used: "
                            + Causes.firstLine(cause),
                    "have the server's owner unlock the account or give it a new password",
                    failure);
            case MysqlErrorNumbers.ER_TABLEACCESS_DENIED_ERROR,
                    MysqlErrorNumbers.ER_COLUMNACCESS_DENIED_ERROR -> failed(
                    "User \"" + server.username() + "\" may not " + end.work() + " all of " + where + ": "
                            + Causes.firstLine(cause),
                    "grant " + end.rights() + " on the schema to that user",
                    failure);
            case MysqlErrorNumbers.ER_BAD_DB_ERROR -> failed(
                    "There is no such schema at the " + end + ": " + where,
                    "check the schema's name in the " + end + " URL",
                    failure);
            default -> other(cause, failure);
        };
    }

    private RuntimeException refused(String where, RuntimeException failure) {
        return server.password().value().isEmpty()
                ? failed(
                        "The " + end + " at " + where + " refuses the login of user \"" + server.username()
                                + "\" without a password",
                        "give it in " + end.variable("PASSWORD") + " or in a password file",
                        failure)
                : failed(
                        "The " + end + " at " + where + " refuses the login of user \"" + server.username() + "\"",
                        "check the user name, and the password in " + end.variable("PASSWORD") + " or the password"
                                + " file; config says where each comes from",
                        failure);
    }

    private RuntimeException other(SQLException cause, RuntimeException failure) {
        String hint = "check that the server runs and that the network holds, then run the command again";
        Optional<Throwable> broken =
                Causes.of(failure).filter(IOException.class::isInstance).reduce((outer, inner) -> inner);
        if (broken.filter(SocketTimeoutException.class::isInstance).isPresent()) {
            return lost(
                    "The " + end + " at " + server.address() + " says nothing (" + Causes.firstLine(broken.get()) + ")",
                    "check that the server and the network are well; " + end.setting("timeout")
                            + " is how long it may say nothing",
                    failure);
        }
        if (broken.isPresent()) {
            return lost(
                    "The connection to the " + end + " at " + server.address() + " broke: "
                            + Causes.firstLine(broken.get()),
                    hint,
                    failure);
        }
        String message = "The " + end + " at " + server.address() + " failed: " + Causes.firstLine(cause) + sqlState(cause);
        boolean connection = cause.getSQLState() != null && cause.getSQLState().startsWith("08");
        if (PASSING.contains(cause.getErrorCode()) && (end == End.SOURCE || connectedBefore)) {
            return End.passing(end, message, hint, failure);
        }
        return connection
                ? lost(message, hint, failure)
                : failed(message, "the server's words say what it refuses; --verbose shows the statement", failure);
    }

    // If the server was never reached, its address is more likely wrong than the server down.
    private RuntimeException lost(String message, String hint, Throwable cause) {
        return connectedBefore
                ? End.passing(end, message, hint, cause)
                : End.failed(end, message, hint, cause);
    }

    private static String sqlState(SQLException cause) {
        return " (error " + cause.getErrorCode() + ", SQL state " + cause.getSQLState() + ")";
    }

    /** A failure that is not temporary. */
    private RuntimeException failed(String message, String hint, Throwable cause) {
        return End.failed(end, message, hint, cause);
    }
}
