package dev.tidemark.postgres;

import dev.tidemark.config.CopySettings;
import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns a failure of the target into one line that says where, why and what to try, and tells whether it may pass. */
final class PostgresFailures {
    // Serialization, deadlock, lock timeout, cancelled, shutdown, crash, start; a key that another session just wrote.
    private static final Set<String> PASSING =
            Set.of("40001", "40P01", "55P03", "57014", "57P01", "57P02", "57P03", "23505", "23503");
    /**
     * What the server refuses of a row: a key, a rule, NULL, an exclusion, a trigger's own words, what is too large for an
     * index, and, by the name of its class, what a value is not.
     */
    static final Set<String> REFUSALS = Set.of("23505", "23514", "23502", "23P01", "P0001", "54000", "22000");

    private static final String AGAIN =
            "check that the server runs and that the network holds, then run the command again";
    private static final String RULE =
            "run the command again; if a rule of the target refuses the row, such as a unique index on an expression,"
                    + " a run with retries finds it and takes it for a bad row";

    private final CopySettings.Target target;
    private volatile boolean connectedBefore;

    PostgresFailures(CopySettings.Target target) {
        this.target = target;
    }

    /** Host, port and database. */
    String address() {
        return target.url().replaceFirst("^jdbc:postgresql:(//)?", "").replaceFirst("[?#].*$", "");
    }

    /** Notes that the target was reached: a later lost connection may pass. */
    void connected() {
        connectedBefore = true;
    }

    /** Runs {@code action}; explains a failure of the target, and lets others pass through. */
    <R> R explaining(Supplier<R> action) {
        return Causes.explaining(action, failure -> sqlFailure(failure).map(cause -> explain(cause, failure)));
    }

    /** Whether the server said that a value is none of its type, or beyond its range. */
    static boolean isDataFailure(RuntimeException failure) {
        return hasState(failure, state -> state.startsWith("22"));
    }

    /** Whether the server said the same, or that a value breaks a constraint. */
    static boolean isRefusedValue(RuntimeException failure) {
        return hasState(failure, state -> state.startsWith("22") || state.startsWith("23"));
    }

    /** Whether the server refused a row. */
    static boolean isRefusal(RuntimeException failure) {
        return isDataFailure(failure) || hasState(failure, REFUSALS::contains);
    }

    private static boolean hasState(RuntimeException failure, Predicate<String> chosen) {
        return sqlFailure(failure).map(SQLException::getSQLState).filter(chosen).isPresent();
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .findFirst()
                .map(SQLException.class::cast);
    }

    private RuntimeException explain(SQLException cause, RuntimeException failure) {
        String where = address();
        if (Causes.of(failure).anyMatch(UnknownHostException.class::isInstance)) {
            return lost("Cannot find the target's host: " + where, "check the host's name in the target URL", failure);
        }
        if (Causes.of(failure).anyMatch(ConnectException.class::isInstance)) {
            return lost(
                    "Cannot reach the target at " + where + ": connection refused",
                    "check that the server runs, and host and port in the target URL",
                    failure);
        }
        String state = String.valueOf(cause.getSQLState());
        return switch (state) {
            case "28P01", "28000" -> refused(cause, failure);
            case "3D000" -> failed(
                    "There is no such database at the target: " + where,
                    "check the database's name in the target URL",
                    failure);
            case "3F000" -> failed(
                    "A schema is missing at the target " + where + ": " + told(cause),
                    "check target.schema in the configuration, or create the schema",
                    failure);
            case "42501" -> failed(
                    "User \"" + target.username() + "\" may not do at " + where + " what it has to: " + told(cause),
                    "grant the privilege that is missing; init lists all of them",
                    failure);
            case "25006" -> failed(
                    "The target at " + where + " is read-only: " + told(cause),
                    "name the primary server in the target URL, not a replica",
                    failure);
            case "53100" -> failed(
                    "The disk of the target at " + where + " is full: " + told(cause),
                    "free some space there, then run the command again",
                    failure);
            case "53300" -> lost(
                    "The target at " + where + " takes no more connections: " + told(cause),
                    "close others, or raise max_connections or the user's limit",
                    failure);
            default -> other(state, cause, failure);
        };
    }

    private RuntimeException refused(SQLException cause, RuntimeException failure) {
        return failed(
                "The target at " + address() + " refuses the login of user \"" + target.username() + "\": " + told(cause),
                "check the user name, and the password in TIDEMARK_TARGET_PASSWORD or the password file",
                failure);
    }

    private RuntimeException other(String state, SQLException cause, RuntimeException failure) {
        String where = address();
        // The driver's own words, where the server wants a password and none is given.
        if (state.equals("08004") && told(cause).contains("password")) {
            return refused(cause, failure);
        }
        if (!connectedBefore) {
            Optional<TidemarkException> tls = tls(cause, failure);
            if (tls.isPresent()) {
                return tls.get();
            }
        }
        if (Causes.of(failure).anyMatch(SocketTimeoutException.class::isInstance)) {
            return lost(
                    "The target at " + where + " says nothing",
                    "check that the server and the network are well; a statement on very many rows may need a longer"
                            + " target.timeout",
                    failure);
        }
        if (state.startsWith("08") || Causes.of(failure).anyMatch(IOException.class::isInstance)) {
            return lost("The connection to the target at " + where + " broke: " + told(cause), AGAIN, failure);
        }
        String message = "The target at " + where + " failed: " + told(cause) + " (SQL state " + state + ")";
        if (PASSING.contains(state)) {
            return TidemarkException.passingTarget(message, state.startsWith("23") ? RULE : AGAIN, failure);
        }
        return failed(message, "check the tables of the target and the configuration", failure);
    }

    private Optional<TidemarkException> tls(SQLException cause, RuntimeException failure) {
        String where = address();
        if (told(cause).contains("does not support SSL")) {
            return Optional.of(failed(
                    "The target at " + where + " offers no TLS",
                    "enable TLS on the server, or choose TLS mode disabled on a network that you trust",
                    failure));
        }
        if (Causes.of(failure).anyMatch(CertificateException.class::isInstance)) {
            return Optional.of(failed(
                    "The certificate of the target at " + where + " is not trusted: it is self-signed, or of an"
                            + " authority that is not known here",
                    "add sslrootcert=FILE with the authority's certificate to the target URL, or choose TLS mode"
                            + " required, which checks no certificate",
                    failure));
        }
        return Causes.of(failure)
                .filter(SSLException.class::isInstance)
                .findFirst()
                .map(broken -> failed(
                        "TLS with the target at " + where + " failed: " + Causes.firstLine(broken),
                        "check the server's TLS versions and certificates, or choose another TLS mode",
                        failure));
    }

    // The server's own words, with the key that breaks a constraint.
    private static String told(SQLException cause) {
        ServerErrorMessage message = cause instanceof PSQLException own ? own.getServerErrorMessage() : null;
        if (message == null || message.getMessage() == null) {
            return Causes.firstLine(cause);
        }
        String detail = message.getDetail() == null ? "" : ": " + message.getDetail();
        return (message.getMessage() + detail).lines().findFirst().orElse("").replaceFirst("\\.$", "");
    }

    // If the target was never reached, its address is more likely wrong than the server down.
    private TidemarkException lost(String message, String hint, Throwable cause) {
        return connectedBefore
                ? TidemarkException.passingTarget(message, hint, cause)
                : TidemarkException.warehouse(message, hint, cause);
    }

    private static TidemarkException failed(String message, String hint, Throwable cause) {
        return TidemarkException.warehouse(message, hint, cause);
    }
}
