package dev.tidemark.exactness;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows that were dated before a snapshot and are committed after it: the next snapshot shows them. */
class LateCommitsTest extends WithMirror {
    @Test
    void aTransactionThatWroteBeforeTheSnapshotMayCommitAfterTheNextOne() {
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute(
                    "UPDATE film SET title = 'LATE' WHERE film_id = 1",
                    "UPDATE city SET city = 'Late' WHERE city_id = 1",
                    "UPDATE payment SET amount = amount + 1 WHERE payment_id = 3",
                    "INSERT INTO actor (first_name, last_name) VALUES ('LATE', 'COMER')");
            incrementalInALaterSecond();
            incrementalInALaterSecond();
            open.commit();
        }

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aTransactionThatIsRolledBackLeavesNothing() {
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute(
                    "UPDATE film SET title = 'LATE' WHERE film_id = 1", "DELETE FROM payment WHERE payment_id = 3");
            incrementalInALaterSecond();
        }

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aTransactionThatHasOnlyReadMayWriteLater() {
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute("SELECT COUNT(*) FROM film");
            incrementalInALaterSecond();
            open.execute("UPDATE film SET title = 'LATE' WHERE film_id = 1");
            incrementalInALaterSecond();
            open.commit();
        }

        mirror.requireExactAfterIncremental();
    }

    /** Statements that wait for a lock of the server, whose name is to be filled in. */
    static Stream<Arguments> slowStatements() {
        return Stream.of(
                arguments(
                        "row by row",
                        "UPDATE film SET title = CONCAT('LATE', GET_LOCK('%s', 60)) WHERE film_id = 1"),
                arguments(
                        "before its first row",
                        "UPDATE film JOIN (SELECT GET_LOCK('%s', 60) AS nap) AS pause SET title = CONCAT('LATE', nap)"
                                + " WHERE film_id = 1"),
                arguments(
                        "before its first new row",
                        "INSERT INTO film (title, language_id) SELECT CONCAT('LATE', GET_LOCK('%s', 60)), 1"));
    }

    @ParameterizedTest
    @MethodSource("slowStatements")
    void aStatementThatFixedItsTimeBeforeTheSnapshotMayWriteAfterIt(String slow, String statement) {
        RunningStatement running;
        try (OpenTransaction holder = OpenTransaction.begin(sakila)) {
            holder.execute("SELECT GET_LOCK('" + sakila.name() + "', 0)");
            running = RunningStatement.start(sakila, statement.formatted(sakila.name()));
            incrementalInALaterSecond();
            assertFalse(running.end().isDone(), "the statement should still run, slow " + slow);
        }
        running.join();

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aStatementMayWriteInTheSecondAfterTheOneThatDatesItsRows() {
        try (OpenTransaction open = OpenTransaction.begin(sakila)) {
            open.execute(
                    "DO SLEEP(1.8 - MOD(UNIX_TIMESTAMP(NOW(6)), 1))",
                    "UPDATE film JOIN (SELECT SLEEP(0.5) AS nap) AS pause SET title = CONCAT('LATE', nap)"
                            + " WHERE film_id = 1");
            incrementalInALaterSecond();
            open.commit();
        }

        mirror.requireExactAfterIncremental();
    }

    @Test
    void aStatementThatWaitsForALockMayWriteAfterTheSnapshot() {
        RunningStatement blocked;
        try (OpenTransaction holder = OpenTransaction.begin(sakila)) {
            holder.execute("SELECT * FROM film WHERE film_id = 1 FOR UPDATE");
            blocked = RunningStatement.start(sakila, "UPDATE film SET title = 'LATE' WHERE film_id = 1");
            incrementalInALaterSecond();
            assertFalse(blocked.end().isDone());
        }
        blocked.join();

        mirror.requireExactAfterIncremental();
    }

    /** Runs an incremental in a later second, after another change with a newer timestamp. */
    private void incrementalInALaterSecond() {
        sakila.execute(
                "DO SLEEP(1.1 - MICROSECOND(NOW(6)) / 1000000)",
                "UPDATE category SET name = CONCAT('C', UNIX_TIMESTAMP()) WHERE category_id = 1");
        mirror.incremental();
    }
}
