package dev.tidemark.mysql.target;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.mysql.Server;
import dev.tidemark.mysql.ServerFailures;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;

/** Explains failures of a server that is written to: those of any server, and those of writing. */
final class TargetFailures {
    private static final int DISK_FULL = 1021;
    private static final int NO_SPACE = 28;

    private final Server server;
    private final ServerFailures failures;

    TargetFailures(Server server) {
        this.server = server;
        this.failures = new ServerFailures(server);
    }

    /** Notes that the target was reached. */
    void connected() {
        failures.connected();
    }

    /** Runs {@code action}; explains a failure of the target, and lets others pass through. */
    <R> R explaining(Supplier<R> action) {
        return Causes.explaining(action, failure -> sql(failure).map(cause -> explain(cause, failure)));
    }

    /** The database's failure among the causes. */
    static Optional<SQLException> sql(Throwable failure) {
        return Causes.of(failure)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private RuntimeException explain(SQLException cause, RuntimeException failure) {
        return switch (cause.getErrorCode()) {
            case MysqlErrorNumbers.ER_OPTION_PREVENTS_STATEMENT,
                    MysqlErrorNumbers.ER_READ_ONLY_MODE,
                    MysqlErrorNumbers.ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION -> failed(
                    "The target at " + server.address() + " takes no changes now: " + Causes.firstLine(cause),
                    "name the server that is written to, or have its owner end its read-only mode",
                    failure);
            case DISK_FULL, MysqlErrorNumbers.ER_RECORD_FILE_FULL -> full(cause, failure);
            case MysqlErrorNumbers.ER_ERROR_ON_WRITE -> cause.getMessage().contains(String.valueOf(NO_SPACE))
                    ? full(cause, failure)
                    : failures.explain(cause, failure);
            case MysqlErrorNumbers.ER_NET_PACKET_TOO_LARGE -> failed(
                    "The target at " + server.address() + " takes no statement of this size: "
                            + Causes.firstLine(cause),
                    "a larger max_allowed_packet of the server, or a smaller batch-size",
                    failure);
            default -> failures.explain(cause, failure);
        };
    }

    private RuntimeException full(SQLException cause, RuntimeException failure) {
        return failed(
                "The disk of the target at " + server.address() + " is full: " + Causes.firstLine(cause),
                "free space on the server and run again",
                failure);
    }

    private static RuntimeException failed(String message, String hint, Throwable cause) {
        return TidemarkException.warehouse(message, hint, cause);
    }
}
