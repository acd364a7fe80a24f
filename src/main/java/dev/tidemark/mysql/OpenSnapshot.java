package dev.tidemark.mysql;

import dev.tidemark.source.SourceServer;
import dev.tidemark.source.TableMark;
import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.Rendered;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;

/**
 * A transaction of the source that shows one state.
 *
 * @param session reads it
 * @param takenAt the source's clock just before the state was fixed, UTC, to the second
 * @param server the server
 * @param marks when the schema's tables were touched, asked after the state was fixed: whatever the state shows was
 *     committed before, and shows in its table's mark. Tables whose mark proves nothing are left out
 */
record OpenSnapshot(SqlSession session, LocalDateTime takenAt, SourceServer server, List<TableMark> marks)
        implements AutoCloseable {
    /** Fixes the state as it is now. */
    static OpenSnapshot of(SqlSessionFactory sessions) {
        SqlSession session = sessions.openSession(true);
        try {
            SnapshotMapper mapper = mapper(session);
            mapper.useRepeatableRead();
            LocalDateTime clock = mapper.clock();
            // Before the state is fixed: a table that is altered afterwards is not in it, and has to be counted later.
            List<ServerVariable> history = mapper.history();
            mapper.start();
            SourceServer server = ServerFacts.server(mapper.identity(), history, mapper.schema(), clock);
            return new OpenSnapshot(
                    session,
                    clock.truncatedTo(ChronoUnit.SECONDS),
                    server,
                    server.tellsMarks() ? marks(session) : List.of());
        } catch (RuntimeException | Error failure) {
            end(session);
            throw failure;
        }
    }

    /** Ends the transaction and gives the connection back. */
    @Override
    public void close() {
        end(session);
    }

    private static List<TableMark> marks(SqlSession session) {
        mapper(session).useFreshStatistics();
        return Mappers.of(session, SourceCatalogMapper.class)
                .marks(Rendered.select(CatalogTablesTable.marks()))
                .stream()
                .flatMap(CatalogMark::reliable)
                .toList();
    }

    private static SnapshotMapper mapper(SqlSession session) {
        return Mappers.of(session, SnapshotMapper.class);
    }

    // The connection may be what failed; the server ends the snapshot of a connection that is gone.
    private static void end(SqlSession session) {
        try (session) {
            mapper(session).end();
        } catch (PersistenceException connectionIsGone) {
            return;
        }
    }
}
