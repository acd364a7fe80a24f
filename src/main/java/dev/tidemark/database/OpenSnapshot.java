package dev.tidemark.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * Transactions of the source that show one state.
 *
 * @param session reads it
 * @param twin reads the same through a second connection; empty where there is none
 * @param horizon what was to be known before the state was fixed
 * @param notes what users should know, a sentence each
 */
record OpenSnapshot(SqlSession session, Optional<SqlSession> twin, SourceHorizon horizon, List<String> notes)
        implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    /**
     * Fixes the state as it is now.
     *
     * @param twins whether to read through two connections, if a second is there in time and nobody writes meanwhile
     */
    static OpenSnapshot of(SqlSessionFactory sessions, boolean twins) {
        SqlSession first = repeatable(sessions);
        Optional<SqlSession> second = Optional.empty();
        List<String> notes = new ArrayList<>();
        try {
            second = twins ? second(sessions) : Optional.empty();
            if (twins && second.isEmpty()) {
                notes.add("The source gave no second connection, so its tables were read one after the other; with"
                        + " \"source.connections: 1\" no run waits for one.");
            }
            return fixed(first, second, List.copyOf(notes));
        } catch (RuntimeException | Error failure) {
            end(first);
            second.ifPresent(OpenSnapshot::end);
            throw failure;
        }
    }

    /** Ends the transactions and gives the connections back. */
    @Override
    public void close() {
        Stream.concat(Stream.of(session), twin.stream()).forEach(OpenSnapshot::end);
    }

    private static Optional<SqlSession> second(SqlSessionFactory sessions) {
        try {
            return Ahead.of(() -> repeatable(sessions)).within(LONGEST_WAIT, SqlSession::close);
        } catch (PersistenceException refused) {
            return Optional.empty();
        }
    }

    private static OpenSnapshot fixed(SqlSession first, Optional<SqlSession> second, List<String> notes) {
        SnapshotMapper server = server(first);
        Optional<Stillness> stillness = second.map(any -> new Stillness(server));
        // Read before the snapshot is taken: what commits between the two is in it and is read again next time.
        SourceHorizon horizon = SourceHorizon.read(first, () -> stillness.ifPresent(Stillness::watch));
        server.start();
        second.ifPresent(session -> server(session).start());
        if (stillness.isPresent() && stillness.get().lasted(horizon)) {
            return new OpenSnapshot(first, second, horizon, notes);
        }
        second.ifPresent(OpenSnapshot::end);
        return new OpenSnapshot(first, Optional.empty(), horizon, notes);
    }

    private static SqlSession repeatable(SqlSessionFactory sessions) {
        SqlSession session = sessions.openSession(true);
        try {
            server(session).useRepeatableRead();
            return session;
        } catch (RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }

    private static SnapshotMapper server(SqlSession session) {
        return Mappers.of(session, SnapshotMapper.class);
    }

    // The connection may be what failed; the server ends the snapshot of a connection that is gone.
    private static void end(SqlSession session) {
        try (session) {
            server(session).end();
        } catch (PersistenceException connectionIsGone) {
            return;
        }
    }
}
