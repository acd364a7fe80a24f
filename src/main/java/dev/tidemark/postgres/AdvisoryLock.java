package dev.tidemark.postgres;

import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.failure.TidemarkException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The lock of a run: an advisory lock of the server, held by a connection of its own and gone with it. */
final class AdvisoryLock implements CopyTarget.Held {
    private static final String HOLDER = """
            SELECT l.pid, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'), a.client_addr
            FROM pg_catalog.pg_locks l
            LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
            WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
              AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())
              AND (l.classid::bigint << 32 | l.objid::bigint) = ?""";

    private final PostgresSession session;
    private boolean released;

    private AdvisoryLock(PostgresSession session) {
        this.session = session;
    }

    /** Takes the lock of this name through {@code session}, which it closes in the end; a busy failure if it is held. */
    static AdvisoryLock take(PostgresSession session, String name, String address) {
        long key = key(name);
        try {
            if (session.truth("SELECT pg_try_advisory_lock(?)", key)) {
                return new AdvisoryLock(session);
            }
            throw TidemarkException.busy(
                    "Another run of \"" + name + "\" is writing to " + address + holder(session.rows(HOLDER, key)),
                    "wait until it ends; a run that died gives the lock back when the server notices it");
        } catch (RuntimeException failure) {
            session.close();
            throw failure;
        }
    }

    /** Fails if the connection was lost, and with it the lock; not after {@link #close}. */
    void require() {
        if (!released) {
            session.number("SELECT 1");
        }
    }

    @Override
    public void close() {
        released = true;
        session.close();
    }

    private static String holder(List<Object[]> holders) {
        if (holders.isEmpty()) {
            return "";
        }
        Object[] holder = holders.getFirst();
        return ": server process " + holder[0] + (holder[1] == null ? "" : ", connected since " + holder[1] + " UTC")
                + (holder[2] == null ? "" : ", from " + holder[2]);
    }

    private static long key(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(("tidemark copy " + name).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
