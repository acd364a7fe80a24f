package dev.tidemark.database;

import static dev.tidemark.sakila.source.FilmTable.FILM;
import static dev.tidemark.sakila.source.PaymentTable.PAYMENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mybatis.dynamic.sql.SqlBuilder.isEqualTo;
import static org.mybatis.dynamic.sql.SqlBuilder.select;

import dev.tidemark.config.Secret;
import dev.tidemark.config.Settings;
import dev.tidemark.orm.ScalarMapper;
import dev.tidemark.support.SakilaSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.mybatis.dynamic.sql.select.SelectModel;
import org.mybatis.dynamic.sql.util.Buildable;

/** Two connections show one state or, where that is not known, there is but one of them. */
class TwinSnapshotsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Read again before, the server's list is as it was, and is waited for. */
    private static final Duration LIST_RENEWAL = Duration.ofMillis(120);

    private static final int ENOUGH_TWINS = 20;

    @AutoClose
    private final SakilaSchema sakila = SakilaSchema.small();

    @AutoClose
    private final SourceDatabase source =
            readBy(sakila.server().username(), sakila.server().password(), Optional.empty());

    private volatile boolean stopped;

    @Test
    void thereIsATwinWhereNobodyWrites() {
        requireTwin(source);
    }

    @Test
    void twinsShowOneStateWhileOthersWrite() {
        CompletableFuture<Void> writing = CompletableFuture.runAsync(this::writeBoth);
        int twins = 0;
        int attempts = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while ((twins < ENOUGH_TWINS || twins == attempts) && System.nanoTime() < end) {
                attempts++;
                LockSupport.parkNanos(LIST_RENEWAL.toNanos());
                twins += source.snapshot(true, TwinSnapshotsTest::sameNumbersInTwins) ? 1 : 0;
            }
        } finally {
            stopped = true;
            writing.join();
        }
        assertTrue(twins >= ENOUGH_TWINS, "only " + twins + " twins");
        assertTrue(twins < attempts, "nobody wrote in between");
    }

    @Test
    void thereIsNoTwinWhereATransactionHasBegunToWrite() throws SQLException {
        requireTwin(source);
        try (Connection connection = sakila.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("UPDATE film SET length = 1 WHERE film_id = 1");
            assertFalse(hasTwin(source));
            connection.rollback();
        }
        requireTwin(source);
    }

    @Test
    void aCommitIsSeenBetweenTheCountersOfItsBeginningAndItsEnd() throws SQLException {
        requireStill();
        for (String change : List.of(
                "INSERT INTO language (name, last_update) VALUES ('Latin', '2020-01-01')",
                "UPDATE payment SET amount = amount + 1 WHERE payment_id = 1",
                "DELETE FROM film_actor WHERE film_id = 1",
                "ALTER TABLE language ADD COLUMN remark TEXT",
                "CREATE TABLE nothing (number INT)")) {
            assertFalse(isStillDuring(() -> sakila.execute(change)), change);
        }
    }

    @Test
    void thereIsNoTwinForAnAccountThatSeesNoTransactions() {
        try (Account account = new Account("")) {
            assertFalse(hasTwin(account.source()));
        }
    }

    @Test
    void aRefusedConnectionIsTold() {
        try (Account account = new Account(" WITH MAX_USER_CONNECTIONS 1")) {
            List<String> notes = account.source().snapshot(true, snapshot -> {
                assertTrue(snapshot.twin().isEmpty());
                assertEquals(1, number(snapshot, select(FILM.filmId).from(FILM).where(FILM.filmId, isEqualTo(1L))));
                return snapshot.takeNotes();
            });
            assertEquals(1, notes.size());
            assertTrue(notes.getFirst().startsWith("The source gave no second connection"), notes.getFirst());
        }
    }

    @Test
    void theSettingsSayWhetherThereIsOne() {
        try (SourceDatabase one = readBy(sakila.server().username(), sakila.server().password(), Optional.of(1));
                SourceDatabase two = readBy(sakila.server().username(), sakila.server().password(), Optional.of(2))) {
            assertFalse(hasTwin(one));
            requireTwin(two);
            boolean alone = two.snapshot(snapshot -> snapshot.twin().isEmpty());
            assertTrue(alone);
        }
    }

    private void writeBoth() {
        Random random = new Random();
        try (Connection connection = sakila.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int number = 1; !stopped; number = 1 + number % 500) {
                statement.execute("UPDATE film SET length = " + number + " WHERE film_id = 1");
                statement.execute("UPDATE payment SET amount = " + number + " WHERE payment_id = 1");
                connection.commit();
                LockSupport.parkNanos(random.nextLong(20_000_000));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static boolean sameNumbersInTwins(SourceSnapshot snapshot) {
        return snapshot.twin()
                .map(twin -> {
                    List<Long> numbers = Stream.of(snapshot, twin)
                            .flatMap(state -> Stream.of(
                                    number(state, select(FILM.length).from(FILM).where(FILM.filmId, isEqualTo(1L))),
                                    number(state, select(PAYMENT.amount)
                                            .from(PAYMENT)
                                            .where(PAYMENT.paymentId, isEqualTo(1L)))))
                            .toList();
                    assertEquals(numbers.subList(0, 2), numbers.subList(2, 4));
                    return true;
                })
                .orElse(false);
    }

    private static long number(SourceSnapshot snapshot, Buildable<SelectModel> query) {
        return snapshot.ask(ScalarMapper.class, mapper -> mapper.number(SourceSnapshot.rendered(query)));
    }

    /** The server may write for itself for a moment after others wrote. */
    private static void requireTwin(SourceDatabase source) {
        requireSoon(() -> hasTwin(source));
    }

    private void requireStill() {
        requireSoon(() -> isStillDuring(() -> {}));
    }

    private boolean isStillDuring(Runnable action) {
        return source.with(SnapshotMapper.class, server -> {
            Stillness stillness = new Stillness(server);
            stillness.watch();
            SourceHorizon horizon = source.horizon();
            action.run();
            return stillness.lasted(horizon);
        });
    }

    private static void requireSoon(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "not within " + PATIENCE);
        }
    }

    private static boolean hasTwin(SourceDatabase source) {
        return source.snapshot(true, snapshot -> snapshot.twin().isPresent());
    }

    private SourceDatabase readBy(String username, String password, Optional<Integer> connections) {
        return new SourceDatabase(new Settings.Source(
                sakila.url() + "?sslMode=DISABLED&allowPublicKeyRetrieval=true",
                username,
                new Secret(password),
                PATIENCE,
                Optional.empty(),
                connections));
    }

    /** An account that may read the schema and nothing else. */
    private final class Account implements AutoCloseable {
        private final String name = "reader_" + sakila.name();
        private final SourceDatabase source = readBy(name, "reads", Optional.empty());

        Account(String limits) {
            sakila.execute(
                    "CREATE USER " + name + " IDENTIFIED BY 'reads'" + limits,
                    "GRANT SELECT ON " + sakila.name() + ".* TO " + name);
        }

        SourceDatabase source() {
            return source;
        }

        @Override
        public void close() {
            source.close();
            sakila.execute("DROP USER " + name);
        }
    }
}
