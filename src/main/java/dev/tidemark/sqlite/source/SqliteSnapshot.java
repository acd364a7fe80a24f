package dev.tidemark.sqlite.source;

import dev.tidemark.copy.shape.TableShape;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.sql.Cursors;
import dev.tidemark.sql.RowBlock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.session.SqlSession;

/** One read transaction, on the source itself or on a private copy of it. */
final class SqliteSnapshot implements CopySnapshot {
    private final SqlSession session;
    private final SnapshotQueries queries;
    private final SourceFailures failures;
    private final Instant takenAt;
    private final Optional<String> mark;
    private final Runnable afterwards;

    /** A snapshot that reads through {@code session}, closes it, and runs {@code afterwards} then. */
    SqliteSnapshot(SqlSession session, SourceFailures failures, Instant takenAt, Optional<String> mark, Runnable afterwards) {
        this.session = session;
        this.queries = new SnapshotQueries(session);
        this.failures = failures;
        this.takenAt = takenAt;
        this.mark = mark;
        this.afterwards = afterwards;
    }

    @Override
    public Instant takenAt() {
        return takenAt;
    }

    @Override
    public Optional<String> mark() {
        return mark;
    }

    @Override
    public String version() {
        return "SQLite " + failures.explaining(queries::version);
    }

    @Override
    public List<TableShape> tables() {
        return failures.explaining(() -> new SourceSchema(queries).tables());
    }

    @Override
    public long count(String table) {
        return failures.explaining(() -> queries.count(table));
    }

    @Override
    public <T> T rows(String table, List<String> columns, List<String> key, Function<Iterator<Object[]>, T> reader) {
        return read(() -> queries.stream(table, columns, key), reader);
    }

    @Override
    public <T> T rowsSince(
            String table,
            List<String> columns,
            List<String> key,
            String changedAt,
            Object since,
            Function<Iterator<Object[]>, T> reader) {
        return read(() -> queries.streamSince(table, columns, key, changedAt, since), reader);
    }

    private <T> T read(Supplier<Cursor<RowBlock>> rows, Function<Iterator<Object[]>, T> reader) {
        return Cursors.rows(
                failures.explaining(rows), read -> reader.apply(new ExplainedRows(read, failures)));
    }

    @Override
    public List<String> faults(int most) {
        List<String> faults = new ArrayList<>();
        failures.explaining(() -> faults.addAll(new SourceFaults(queries).find(most)));
        return faults;
    }

    @Override
    public void close() {
        try {
            session.close();
        } finally {
            afterwards.run();
        }
    }

    /** Explains failures of the source, but not those of the reader, which may use a SQLite file of its own. */
    private record ExplainedRows(Iterator<Object[]> rows, SourceFailures failures) implements Iterator<Object[]> {
        @Override
        public boolean hasNext() {
            return failures.explaining(rows::hasNext);
        }

        @Override
        public Object[] next() {
            return rows.next();
        }
    }
}
