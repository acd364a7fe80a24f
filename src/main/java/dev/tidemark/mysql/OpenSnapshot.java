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
 * @param marks when the schema's tables were last changed, read after the state was fixed: every change in the state
 *     was committed before, so its table's mark shows it. Tables without a reliable mark are left out
 */
record OpenSnapshot(SqlSession session, LocalDateTime takenAt, SourceServer server, List<TableMark> marks)
        implements AutoCloseable {
    /** Opens a transaction that shows the current state. */
    static OpenSnapshot of(SqlSessionFactory sessions) {
        SqlSession session = sessions.openSession(true);
        try {
            SnapshotMapper mapper = mapper(session);
            mapper.useRepeatableRead();
            LocalDateTime clock = mapper.clock();
            // Read before the state is fixed: a later alteration is not in the state, so the next run must notice it.
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

    // The connection itself may have failed; the server ends the snapshot of a lost connection.
    private static void end(SqlSession session) {
        try (session) {
            mapper(session).end();
        } catch (PersistenceException connectionIsGone) {
            return;
        }
    }
}
