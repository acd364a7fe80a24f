package dev.tidemark.database;

import static dev.tidemark.database.TransactionsTable.TRANSACTIONS;
import static org.mybatis.dynamic.sql.SqlBuilder.applyOperator;
import static org.mybatis.dynamic.sql.SqlBuilder.select;
import static org.mybatis.dynamic.sql.SqlBuilder.stringConstant;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/**
 * How far back the rows may be dated that are written now and commit later. It is read before a snapshot is taken: what
 * begins in between is dated after {@link #takenAt}.
 *
 * <p>The server's list of open transactions has one-second times in the zone of the server's process, is renewed when
 * no one has read it for a tenth of a second, and is empty for an account without the PROCESS privilege. So this
 * connection opens a transaction of its own and looks for the very statement that looks for it: when it is there, the
 * list is visible and fresh, and its start tells what "now" is in the list's zone. A transaction that has not written a
 * row yet holds nothing back: what it will write is dated by a statement that runs now, which the list of processes
 * shows, or later. That list is read first: a statement that has left it has left its rows in the other.
 *
 * @param takenAt the source's clock, UTC, to the second
 * @param oldestWrite the earliest date of rows that may commit later, UTC, to the second
 * @param writersOpen whether a transaction was open that may write, or none could be seen
 * @param sight whether the lists could be seen; otherwise {@code oldestWrite} is a mere {@code takenAt}
 */
public record SourceHorizon(LocalDateTime takenAt, LocalDateTime oldestWrite, boolean writersOpen, Sight sight) {
    /** What can be seen of the server's lists. */
    public enum Sight {
        /** All of them. */
        CLEAR,
        /** The account may not see what others do. */
        DENIED,
        /** The server could not show its list of transactions. */
        OBSTRUCTED
    }

    private static final int IMPOSSIBLE_STRING_CONVERSION = 3854;
    private static final int ATTEMPTS = 5;
    private static final long LIST_RENEWAL_NANOS = 120_000_000;

    /**
     * The lists count whole seconds by a clock that lags some milliseconds behind the one that dates statements, and a
     * transaction starts a moment after the statement that dates its first row.
     */
    private static final Duration ROUNDING = Duration.ofSeconds(2);

    /** Reads the horizon on a connection without a transaction, and leaves it so. */
    static SourceHorizon read(SqlSession session) {
        return read(session, () -> {});
    }

    /**
     * The same.
     *
     * @param beforeList runs before the list of transactions is read, each time that it is
     */
    static SourceHorizon read(SqlSession session, Runnable beforeList) {
        SnapshotMapper snapshot = Mappers.of(session, SnapshotMapper.class);
        ActivityMapper activity = Mappers.of(session, ActivityMapper.class);
        ServerMoment moment = snapshot.moment();
        boolean clocksChange = !moment.systemTimeZone().equals("UTC");
        long connection = moment.connection();
        LocalDateTime now = moment.clock().truncatedTo(ChronoUnit.SECONDS);
        Duration oldestStatement = ageOfOldestStatement(snapshot, connection);
        snapshot.start();
        try {
            Writers writers = openWriters(activity, connection, clocksChange, beforeList);
            LocalDateTime oldest = writers.sight() == Sight.CLEAR
                    ? now.minus(longer(writers.ageOfOldest(), oldestStatement))
                    : now;
            return new SourceHorizon(now, oldest, writers.any(), writers.sight());
        } finally {
            snapshot.end();
        }
    }

    private static Duration ageOfOldestStatement(SnapshotMapper server, long connection) {
        return server.processes().stream()
                .filter(process -> process.connection() != connection && process.runsStatement())
                .map(process -> process.age().plus(ROUNDING))
                .reduce(Duration.ZERO, SourceHorizon::longer);
    }

    private static Writers openWriters(
            ActivityMapper activity, long connection, boolean clocksChange, Runnable beforeList) {
        beforeList.run();
        Writers writers = tryOpenWriters(activity, connection, clocksChange);
        for (int attempt = 1; attempt < ATTEMPTS && writers.mayBeSeenLater(); attempt++) {
            LockSupport.parkNanos(LIST_RENEWAL_NANOS);
            beforeList.run();
            writers = tryOpenWriters(activity, connection, clocksChange);
        }
        return writers;
    }

    /** An account without the privilege is shown an empty list, or none at all; so is one that looks too soon. */
    private static Writers tryOpenWriters(ActivityMapper activity, long connection, boolean clocksChange) {
        try {
            List<SourceTransaction> open = openTransactions(activity, connection);
            return open.stream()
                    .filter(SourceTransaction::own)
                    .findFirst()
                    .map(own -> new Writers(
                            Sight.CLEAR,
                            open.stream()
                                    .filter(SourceTransaction::isWriter)
                                    .map(writer -> writer.ageAtStartOf(own, clocksChange).plus(ROUNDING))
                                    .reduce(Duration.ZERO, SourceHorizon::longer),
                            open.stream().anyMatch(SourceTransaction::mayWrite),
                            false))
                    .orElse(Writers.unseen(Sight.DENIED, true));
        } catch (PersistenceException failure) {
            if (hasError(failure, MysqlErrorNumbers.ER_SPECIFIC_ACCESS_DENIED_ERROR)) {
                return Writers.unseen(Sight.DENIED, false);
            }
            // MySQL fails to show the statement that a transaction runs where it holds a four-byte character.
            if (hasError(failure, IMPOSSIBLE_STRING_CONVERSION)) {
                return Writers.unseen(Sight.OBSTRUCTED, true);
            }
            throw failure;
        }
    }

    private static List<SourceTransaction> openTransactions(ActivityMapper activity, long connection) {
        String mark = "seen by " + connection + " at " + System.nanoTime();
        return activity.transactions(SourceSnapshot.rendered(select(
                        TRANSACTIONS.id.as("transaction_id"),
                        // Of all statements only this one holds the mark.
                        applyOperator("like", TRANSACTIONS.query, stringConstant("%" + mark + "%")).as("own"),
                        TRANSACTIONS.started.as("started"),
                        TRANSACTIONS.rowsModified.as("rows_modified"))
                .from(TRANSACTIONS)));
    }

    private static boolean hasError(PersistenceException failure, int errorCode) {
        return Causes.of(failure)
                .anyMatch(cause -> cause instanceof SQLException sql && sql.getErrorCode() == errorCode);
    }

    private static Duration longer(Duration left, Duration right) {
        return left.compareTo(right) >= 0 ? left : right;
    }

    private record Writers(Sight sight, Duration ageOfOldest, boolean any, boolean mayBeSeenLater) {
        static Writers unseen(Sight sight, boolean mayBeSeenLater) {
            return new Writers(sight, Duration.ZERO, true, mayBeSeenLater);
        }
    }
}
