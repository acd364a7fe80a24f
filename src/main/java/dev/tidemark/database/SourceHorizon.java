package dev.tidemark.database;

import static dev.tidemark.database.ActivityTables.Processes.PROCESSES;
import static dev.tidemark.database.ActivityTables.Transactions.TRANSACTIONS;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotIn;
import static org.mybatis.dynamic.sql.SqlBuilder.max;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/**
 * How far back the rows may be dated that are written now and commit later. It is read before a snapshot is taken: what
 * begins in between is dated after {@link #takenAt}.
 *
 * <p>The server's list of open transactions has one-second times in the zone of the server's process, is renewed when
 * no one has read it for a tenth of a second, and is empty for an account without the PROCESS privilege. So this
 * connection opens a transaction of its own and looks for it: when it is there, the list is visible and fresh, and its
 * start tells what "now" is in the list's zone. A transaction that has not written a row yet holds nothing back: what
 * it will write is dated by a statement that runs now, which the list of processes shows, or later. That list is read
 * first: a statement that has left it has left its rows in the other.
 *
 * @param takenAt the source's clock, UTC, to the second
 * @param oldestWrite the earliest date of rows that may commit later, UTC, to the second
 * @param sure whether the lists could be seen; otherwise {@code oldestWrite} is a mere {@code takenAt}
 */
public record SourceHorizon(LocalDateTime takenAt, LocalDateTime oldestWrite, boolean sure) {
    private static final int IMPOSSIBLE_STRING_CONVERSION = 3854;
    private static final int ATTEMPTS = 5;
    private static final long LIST_RENEWAL_NANOS = 120_000_000;

    /** What connections do that run no statement. Events run theirs as "Connect", so this lists what to leave out. */
    private static final List<String> IDLE_COMMANDS =
            List.of("Sleep", "Daemon", "Binlog Dump", "Binlog Dump GTID");

    /** The server's own threads; those of replication count as long as they have nothing to do. */
    private static final String SERVER_ITSELF = "system user";

    /** The lists count whole seconds, and a statement may be dated by the second before the one that they say. */
    private static final Duration ROUNDING = Duration.ofSeconds(1);

    /** Reads the horizon on a connection without a transaction, and leaves it so. */
    static SourceHorizon read(SqlSession session) {
        SnapshotMapper snapshot = session.getMapper(SnapshotMapper.class);
        boolean clocksChange = !snapshot.systemTimeZone().equals("UTC");
        ActivityMapper activity = session.getMapper(ActivityMapper.class);
        long connection = snapshot.connection();
        LocalDateTime now = snapshot.clock().truncatedTo(ChronoUnit.SECONDS);
        Optional<Duration> listed = ageOfOldestStatement(activity, connection);
        if (listed.isEmpty()) {
            return new SourceHorizon(now, now, false);
        }
        Duration oldestStatement = listed.get();
        snapshot.start();
        try {
            return ageOfOldestWriter(activity, connection, clocksChange)
                    .map(oldestWriter -> longer(oldestWriter, oldestStatement))
                    .map(oldest -> new SourceHorizon(now, now.minus(oldest), true))
                    .orElse(new SourceHorizon(now, now, false));
        } finally {
            snapshot.end();
        }
    }

    /** Empty where MySQL cannot show the list, because a statement in it holds a four-byte character. */
    private static Optional<Duration> ageOfOldestStatement(ActivityMapper activity, long connection) {
        try {
            Long seconds = activity.number(SourceSnapshot.rendered(select(max(PROCESSES.seconds))
                    .from(PROCESSES)
                    .where(PROCESSES.command, isNotIn(IDLE_COMMANDS))
                    .and(PROCESSES.user, isNotEqualTo(SERVER_ITSELF))
                    .and(PROCESSES.connection, isNotEqualTo(connection))));
            return Optional.of(
                    seconds == null || seconds < 0 ? Duration.ZERO : Duration.ofSeconds(seconds).plus(ROUNDING));
        } catch (PersistenceException failure) {
            if (hasError(failure, IMPOSSIBLE_STRING_CONVERSION)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Empty where the list of transactions cannot be seen. */
    private static Optional<Duration> ageOfOldestWriter(
            ActivityMapper activity, long connection, boolean clocksChange) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<List<SourceTransaction>> listed = openTransactions(activity);
            if (listed.isEmpty()) {
                return Optional.empty();
            }
            List<SourceTransaction> open = listed.get();
            Optional<SourceTransaction> own = open.stream()
                    .filter(transaction -> transaction.connection() == connection)
                    .findFirst();
            if (own.isPresent()) {
                return Optional.of(open.stream()
                        .filter(SourceTransaction::isWriter)
                        .map(writer -> writer.ageAtStartOf(own.get(), clocksChange).plus(ROUNDING))
                        .reduce(Duration.ZERO, SourceHorizon::longer));
            }
            LockSupport.parkNanos(LIST_RENEWAL_NANOS);
        }
        return Optional.empty();
    }

    /** Empty where the server denies the list; others show an empty one. */
    private static Optional<List<SourceTransaction>> openTransactions(ActivityMapper activity) {
        try {
            return Optional.of(activity.transactions(SourceSnapshot.rendered(select(
                            TRANSACTIONS.connection.as("connection"),
                            TRANSACTIONS.started.as("started"),
                            TRANSACTIONS.rowsModified.as("rows_modified"))
                    .from(TRANSACTIONS))));
        } catch (PersistenceException failure) {
            if (hasError(failure, MysqlErrorNumbers.ER_SPECIFIC_ACCESS_DENIED_ERROR)) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static boolean hasError(PersistenceException failure, int errorCode) {
        return SourceFailures.causes(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == errorCode);
    }

    private static Duration longer(Duration left, Duration right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
