package dev.tidemark.mysql;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.source.Source;
import dev.tidemark.sql.Mappers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * A lock on the server, held by a connection of its own. The server frees it when that connection ends.
 *
 * @param session the connection
 * @param name the lock's name
 */
record SourceLock(SqlSession session, String name) implements Source.Held {
    /** Takes the lock for {@code subject}; waits for {@code patience} if another session holds it. */
    static SourceLock take(SqlSessionFactory sessions, String address, String subject, Duration patience) {
        // A lock's name has 64 characters at most.
        String name = "tidemark " + UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        SqlSession session = sessions.openSession(true);
        try {
            Integer held = Mappers.of(session, SnapshotMapper.class).lock(name, patience.toSeconds());
            if (held == null || held != 1) {
                throw TidemarkException.busy(
                        "Another run writes the " + subject + ", and holds its lock on the source at " + address,
                        "--wait SECONDS, or again later; a run that died holds nothing");
            }
            return new SourceLock(session, name);
        } catch (RuntimeException | Error failure) {
            session.close();
            throw failure;
        }
    }

    @Override
    public void close() {
        // The connection itself may have failed; the server frees the lock of a lost connection.
        try (session) {
            Mappers.of(session, SnapshotMapper.class).release(name);
        } catch (PersistenceException connectionIsGone) {
            return;
        }
    }
}
