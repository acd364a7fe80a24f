package dev.tidemark.postgres;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.RuntimeMapper;
import dev.tidemark.sql.RuntimeStatement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.ibatis.session.SqlSession;

/**
 * One connection. All values of rows are text. While rows are copied the connection serves nothing else, so each
 * statement ends the copy first.
 */
final class PostgresSession implements AutoCloseable {
    private final SqlSession session;
    private final PostgresFailures failures;
    private CopyStream copying;

    PostgresSession(SqlSession session, PostgresFailures failures) {
        this.session = session;
        this.failures = failures;
    }

    /** The rows that a query finds. */
    List<Object[]> rows(String text, Object... parameters) {
        return ask(mapper -> mapper.rows(RuntimeStatement.of(text, parameters)));
    }

    /** Passes each row that a query finds to {@code reader}. */
    void stream(Consumer<Object[]> reader, String text, Object... parameters) {
        ask(mapper -> Cursors.<Void>rows(mapper.stream(RuntimeStatement.of(text, parameters)), rows -> {
            rows.forEachRemaining(reader);
            return null;
        }));
    }

    /** The first value of the first row; null if it is NULL. */
    String text(String text, Object... parameters) {
        return (String) rows(text, parameters).getFirst()[0];
    }

    /** The first value of the first row, a number. */
    long number(String text, Object... parameters) {
        return Long.parseLong(text(text, parameters));
    }

    /** The first value of the first row, a truth value. */
    boolean truth(String text, Object... parameters) {
        return "t".equals(text(text, parameters));
    }

    /** Runs any other statement, and returns the number of rows that it changed. */
    long execute(String text, Object... parameters) {
        return execute(RuntimeStatement.of(text, parameters));
    }

    /** Runs any other statement, and returns the number of rows that it changed. */
    long execute(RuntimeStatement statement) {
        return ask(mapper -> (long) mapper.execute(statement));
    }

    /**
     * The result of {@code work}, or of {@code otherwise} if the work fails as {@code isExpected} says: then the
     * transaction goes on as if nothing of the work had been done.
     */
    <R> R attempt(
            Supplier<R> work, Predicate<TidemarkException> isExpected, Function<TidemarkException, R> otherwise) {
        execute("SAVEPOINT attempt");
        R result;
        try {
            result = work.get();
        } catch (TidemarkException failure) {
            if (!isExpected.test(failure)) {
                throw failure;
            }
            execute("ROLLBACK TO SAVEPOINT attempt");
            execute("RELEASE SAVEPOINT attempt");
            return otherwise.apply(failure);
        }
        execute("RELEASE SAVEPOINT attempt");
        return result;
    }

    /** Begins a copy, which goes on until the next statement. */
    CopyStream copy(String statement) {
        return explaining(() -> {
            endCopy();
            copying = new CopyStream(session.getConnection(), statement);
            return copying;
        });
    }

    /** Runs {@code work} that writes to a copy, and explains its failure. */
    void copying(Runnable work) {
        explaining(() -> {
            work.run();
            return null;
        });
    }

    /** Whether this copy goes on. */
    boolean isCopying(CopyStream stream) {
        return stream != null && copying == stream;
    }

    /** Commits. */
    void commit() {
        explaining(() -> {
            endCopy();
            session.commit(true);
            return null;
        });
    }

    /** Ends the transaction and the connection; what was not committed is rolled back. */
    @Override
    public void close() {
        CopyStream abandoned = copying;
        copying = null;
        try (session) {
            if (abandoned != null) {
                explaining(() -> {
                    abandoned.cancel();
                    return null;
                });
            }
        }
    }

    private <R> R ask(Function<RuntimeMapper, R> question) {
        return explaining(() -> {
            endCopy();
            return question.apply(session.getMapper(RuntimeMapper.class));
        });
    }

    private void endCopy() {
        if (copying != null) {
            CopyStream ending = copying;
            copying = null;
            ending.end();
        }
    }

    private <R> R explaining(Supplier<R> action) {
        return failures.explaining(action);
    }
}
