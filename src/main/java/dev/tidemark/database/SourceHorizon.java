package dev.tidemark.database;

import static dev.tidemark.database.ActivityTables.Processes.PROCESSES;
import static dev.tidemark.database.ActivityTables.Transactions.TRANSACTIONS;
import static org.mybatis.dynamic.sql.SqlBuilder.constant;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.isGreaterThan;
import static org.mybatis.dynamic.sql.SqlBuilder.isIn;
import static org.mybatis.dynamic.sql.SqlBuilder.isNotEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.max;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import com.mysql.cj.exceptions.MysqlErrorNumbers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.mybatis.dynamic.sql.SqlColumn;

/**
 * How far back the rows may be dated that are written now and commit later. It is read before a snapshot is taken: what
 * begins in between is dated after {@link #takenAt}.
 *
 * <p>The server's list of open transactions has one-second times in the zone of the server's process, is renewed ten
 * times a second at the most, and is empty for an account without the PROCESS privilege. So this connection opens a
 * transaction of its own and looks for it: when it is there, the list is visible and fresh, and its start tells what
 * "now" is in the list's zone. A transaction that has not written a row yet holds nothing back: what it will write is
 * dated by a statement that runs now, which the list of processes shows, or later.
 *
 * @param takenAt the source's clock, UTC, to the second
 * @param oldestWrite the earliest date of rows that may commit later, UTC, to the second
 * @param sure whether the lists could be seen; otherwise {@code oldestWrite} is a mere {@code takenAt}
 */
public record SourceHorizon(LocalDateTime takenAt, LocalDateTime oldestWrite, boolean sure) {
    private static final int ATTEMPTS = 3;
    private static final long LIST_RENEWAL_NANOS = 110_000_000;
    private static final String OWN_CONNECTION = "connection_id()";

    /** Reads the horizon on a connection without a transaction, and leaves it so. */
    static SourceHorizon read(SqlSession session) {
        SnapshotMapper snapshot = session.getMapper(SnapshotMapper.class);
        ActivityMapper activity = session.getMapper(ActivityMapper.class);
        LocalDateTime now = snapshot.clock().truncatedTo(ChronoUnit.SECONDS);
        snapshot.start();
        try {
            Optional<Duration> oldestTransaction = ageOfOldestWriter(activity);
            if (oldestTransaction.isEmpty()) {
                return new SourceHorizon(now, now, false);
            }
            Duration oldest = longer(oldestTransaction.get(), ageOfOldestStatement(activity));
            return new SourceHorizon(now, now.minus(oldest), true);
        } finally {
            snapshot.end();
        }
    }

    /** Empty where the list of transactions cannot be seen. */
    private static Optional<Duration> ageOfOldestWriter(ActivityMapper activity) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<List<LocalDateTime>> own = starts(activity, TRANSACTIONS.connection, true);
            if (own.isEmpty()) {
                return Optional.empty();
            }
            if (!own.get().isEmpty()) {
                LocalDateTime now = own.get().getFirst();
                return starts(activity, TRANSACTIONS.connection, false).map(others -> others.stream()
                        .min(Comparator.naturalOrder())
                        .map(start -> age(start, now))
                        .orElse(Duration.ZERO));
            }
            LockSupport.parkNanos(LIST_RENEWAL_NANOS);
        }
        return Optional.empty();
    }

    // A start in the future is one from before the clocks of the list's zone went back an hour.
    private static Duration age(LocalDateTime start, LocalDateTime now) {
        Duration age = Duration.between(start, now);
        return age.isNegative() ? age.plusHours(1) : age;
    }

    private static Optional<List<LocalDateTime>> starts(
            ActivityMapper activity, SqlColumn<Long> connection, boolean own) {
        var transactions = select(TRANSACTIONS.started).from(TRANSACTIONS);
        try {
            return Optional.of(activity.times(SourceSnapshot.rendered(
                    own
                            ? transactions.where(connection, isEqualTo(constant(OWN_CONNECTION)))
                            : transactions
                                    .where(connection, isNotEqualTo(constant(OWN_CONNECTION)))
                                    .and(TRANSACTIONS.rowsModified, isGreaterThan(0L)))));
        } catch (PersistenceException failure) {
            boolean denied = SourceFailures.causes(failure)
                    .anyMatch(cause -> cause instanceof SQLException sql
                            && sql.getErrorCode() == MysqlErrorNumbers.ER_SPECIFIC_ACCESS_DENIED_ERROR);
            if (denied) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    private static Duration ageOfOldestStatement(ActivityMapper activity) {
        Long seconds = activity.number(SourceSnapshot.rendered(select(max(PROCESSES.seconds))
                .from(PROCESSES)
                .where(PROCESSES.command, isIn("Query", "Execute"))
                .and(PROCESSES.connection, isNotEqualTo(constant(OWN_CONNECTION)))));
        // The list counts whole seconds; the statement may have begun up to one earlier.
        return seconds == null || seconds < 0 ? Duration.ZERO : Duration.ofSeconds(seconds + 1);
    }

    private static Duration longer(Duration left, Duration right) {
        return left.compareTo(right) >= 0 ? left : right;
    }
}
