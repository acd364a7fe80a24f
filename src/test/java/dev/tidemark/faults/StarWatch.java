package dev.tidemark.faults;

import dev.tidemark.support.WarehouseFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** A reader that queries the star again and again, and notes each state that it sees. */
final class StarWatch implements AutoCloseable {
    private static final String[] QUERIES = {
        "SELECT count(*), sum(amount_cents) FROM fact_payment",
        "SELECT count(*), max(returned_at) FROM fact_rental",
        "SELECT count(*) FROM dim_customer WHERE last_name LIKE 'CHANGED%'",
        "SELECT count(*), sum(amount_cents) FROM fact_payment JOIN dim_customer USING (customer_key)"
                + " JOIN dim_store USING (store_key) JOIN dim_date ON date_key = date_key_paid",
        "SELECT table_name, rows, run_id FROM sync_state WHERE table_name = 'fact_payment'"
    };

    private static final long PAUSE_NANOS = 5_000_000;

    private final WarehouseFile warehouse;
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final AtomicLong looks = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;
    private volatile Exception failure;

    private StarWatch(WarehouseFile warehouse, boolean staying) {
        this.warehouse = warehouse;
        this.thread = Thread.ofPlatform().start(() -> watch(staying));
    }

    /** A reader that keeps its connection. */
    static StarWatch staying(WarehouseFile warehouse) {
        return new StarWatch(warehouse, true);
    }

    /** A reader that connects anew each time. */
    static StarWatch comingAndGoing(WarehouseFile warehouse) {
        return new StarWatch(warehouse, false);
    }

    /** The number of its looks. */
    long looks() {
        return looks.get();
    }

    /** The states that it saw since the last call, including that of its next look. */
    Set<String> takeSeen() {
        long before = looks();
        while (looks() < before + 2 && failure == null) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        requireNoFailure();
        Set<String> states = Set.copyOf(seen);
        seen.clear();
        return states;
    }

    /** One look. */
    static String look(WarehouseFile warehouse) {
        try (Connection connection = warehouse.connect()) {
            return look(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        requireNoFailure();
    }

    private void watch(boolean staying) {
        try {
            while (!ended) {
                try (Connection connection = warehouse.connect()) {
                    do {
                        seen.add(look(connection));
                        looks.incrementAndGet();
                        LockSupport.parkNanos(PAUSE_NANOS);
                    } while (staying && !ended);
                }
            }
        } catch (SQLException readersMustNotFail) {
            failure = readersMustNotFail;
        }
    }

    // Reads in one transaction, so that a mix of two states would show.
    private static String look(Connection connection) throws SQLException {
        StringJoiner state = new StringJoiner("|");
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            for (String query : QUERIES) {
                try (ResultSet row = statement.executeQuery(query)) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        state.add(row.getString(column));
                    }
                }
            }
        }
        connection.commit();
        return state.toString();
    }

    private void requireNoFailure() {
        if (failure != null) {
            throw new AssertionError("A reader failed", failure);
        }
    }
}
