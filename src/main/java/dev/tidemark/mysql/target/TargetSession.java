package dev.tidemark.mysql.target;

import dev.tidemark.sql.Mappers;
import dev.tidemark.sql.RuntimeMapper;
import dev.tidemark.sql.RuntimeStatement;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSession;

/** Runs statements on one connection of the target. Values arrive as the bytes that the server sends. */
final class TargetSession implements AutoCloseable {
    private final SqlSession session;
    private final TargetPool pool;
    private final TargetFailures failures;

    TargetSession(SqlSession session, TargetPool pool, TargetFailures failures) {
        this.session = session;
        this.pool = pool;
        this.failures = failures;
    }

    /** The rows of a query, as bytes. A failure is the driver's, so that callers can tell bad rows from others. */
    List<Object[]> rows(String query, List<Object> parameters) {
        return mapper().rows(new RuntimeStatement(query, parameters));
    }

    /** Executes a statement and returns how many rows it changed; the failure as with {@link #rows}. */
    int execute(String statement, List<Object> parameters) {
        return mapper().execute(new RuntimeStatement(statement, parameters));
    }

    /**
     * Updates these columns of a row for each list of parameters, those of {@link TableStatements#update}; the failure
     * as with {@link #rows}.
     */
    void update(TableStatements statements, List<Integer> positions, List<List<Object>> parameters) {
        if (statements.hasNumericKey()) {
            execute(
                    statements.updateSeveral(positions, parameters.size()),
                    parameters.stream().flatMap(List::stream).collect(Collectors.toList()));
        } else {
            executeEach(statements.update(positions), parameters);
        }
    }

    private void executeEach(String statement, List<List<Object>> parameters) {
        SqlSession batch = pool.batch(session.getConnection());
        RuntimeMapper mapper = Mappers.of(batch, RuntimeMapper.class);
        parameters.forEach(each -> mapper.execute(new RuntimeStatement(statement, each)));
        batch.flushStatements();
    }

    /** The rows of a query as texts; a failure is explained. */
    List<String[]> texts(String query, Object... parameters) {
        return failures.explaining(() -> rows(query, Arrays.asList(parameters)).stream()
                .map(row -> Arrays.stream(row).map(TargetSession::text).toArray(String[]::new))
                .toList());
    }

    /** The first value of the first row as text, if there is a row and it is not NULL; a failure is explained. */
    Optional<String> text(String query, Object... parameters) {
        return texts(query, parameters).stream().findFirst().map(row -> row[0]);
    }

    /** Executes a statement; a failure is explained. */
    void run(String statement, Object... parameters) {
        failures.explaining(() -> execute(statement, Arrays.asList(parameters)));
    }

    void commit() {
        failures.explaining(() -> {
            session.commit(true);
            return null;
        });
    }

    /** Ends the session, and rolls back what was not committed. */
    @Override
    public void close() {
        // The connection itself may have failed; the server rolls back what a lost connection did.
        try (session) {
            session.rollback(true);
        } catch (PersistenceException connectionIsGone) {
            return;
        }
    }

    private RuntimeMapper mapper() {
        return Mappers.of(session, RuntimeMapper.class);
    }

    private static String text(Object bytes) {
        return bytes == null ? null : new String((byte[]) bytes, StandardCharsets.UTF_8);
    }
}
