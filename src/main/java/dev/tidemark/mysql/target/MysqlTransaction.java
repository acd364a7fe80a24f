package dev.tidemark.mysql.target;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.copy.target.TableWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;

/** A transaction on one connection, under REPEATABLE READ. */
final class MysqlTransaction implements CopyTransaction {
    private static final int KEYS_AT_ONCE = 1_000;

    private final TargetSession session;
    private final TargetFailures failures;
    private final Chunks chunks;

    MysqlTransaction(TargetSession session, TargetFailures failures, Chunks chunks) {
        this.session = session;
        this.failures = failures;
        this.chunks = chunks;
    }

    @Override
    public TableWriter writer(CopyTable table, Existing existing, Owned owned) {
        return new MysqlWriter(session, failures, new TableStatements(table), existing, owned, chunks);
    }

    @Override
    public void detach(CopyTable table, List<Integer> positions, List<List<Object>> targetKeys) {
        TableStatements statements = new TableStatements(table);
        failures.explaining(() -> {
            inParts(targetKeys, part -> {
                session.update(statements, positions, part.stream()
                        .map(key -> {
                            List<Object> values = new ArrayList<>(Collections.nCopies(positions.size(), null));
                            values.addAll(TableStatements.bound(List.of(key)));
                            return values;
                        })
                        .toList());
                return List.of();
            });
            return null;
        });
    }

    @Override
    public long delete(CopyTable table, List<List<Object>> targetKeys) {
        TableStatements statements = new TableStatements(table);
        return failures.explaining(() -> inParts(targetKeys, part -> {
                    List<List<Object>> there = found(statements, part, statements.key()).stream()
                            .map(FoundRow::targetKey)
                            .toList();
                    return there.isEmpty()
                            ? List.of()
                            : List.of(session.execute(statements.delete(there.size()), TableStatements.bound(there)));
                })
                .stream()
                .mapToLong(Integer::longValue)
                .sum());
    }

    @Override
    public List<List<Object>> referring(
            CopyTable child, CopyReference reference, CopyTable parent, List<List<Object>> parentKeys) {
        TableStatements children = new TableStatements(child);
        TableStatements parents = new TableStatements(parent);
        return failures.explaining(() -> inParts(parentKeys, part -> session
                .rows(children.referring(reference, parents, part.size()), TableStatements.bound(part))
                .stream()
                .map(row -> TableStatements.values(children.typed(row, children.key()), children.key()))
                .toList()));
    }

    @Override
    public List<FoundRow> rows(CopyTable table, List<List<Object>> targetKeys) {
        TableStatements statements = new TableStatements(table);
        return failures.explaining(() -> inParts(targetKeys, part -> found(statements, part, statements.all())));
    }

    @Override
    public long count(CopyTable table) {
        return session.text(new TableStatements(table).count()).map(Long::parseLong).orElseThrow();
    }

    @Override
    public BigDecimal sum(CopyTable table, int position) {
        return session.text(new TableStatements(table).sum(position)).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    @Override
    public long orphans(CopyTable child, CopyReference reference, CopyTable parent) {
        String query = new TableStatements(child).orphans(reference, new TableStatements(parent));
        return session.text(query).map(Long::parseLong).orElseThrow();
    }

    /** What InnoDB would give next, against the largest number: it goes on by itself behind numbers that are given. */
    @Override
    public long sequenceLag(CopyTable table) {
        if (table.numbered() == null) {
            return 0;
        }
        // MySQL keeps this number for a day; MariaDB does not, and skips the statement in the comment.
        session.run("/*!80000 SET SESSION information_schema_stats_expiry = 0 */");
        long next = session.text(
                        "SELECT auto_increment FROM information_schema.tables"
                                + " WHERE table_schema = database() AND table_name = ?",
                        table.target())
                .map(Long::parseLong)
                .orElse(1L);
        long largest =
                session.text(new TableStatements(table).largestNumber()).map(Long::parseLong).orElse(0L);
        return Math.max(0, largest + 1 - next);
    }

    /** Does nothing: InnoDB moves AUTO_INCREMENT on, and ANALYZE would commit. */
    @Override
    public void settle(CopyTable table) {}

    @Override
    public void commit() {
        session.commit();
    }

    @Override
    public void close() {
        session.close();
    }

    private List<FoundRow> found(TableStatements statements, List<List<Object>> keys, List<Integer> read) {
        return List.copyOf(new RowFinder(session, statements).find(statements.key(), keys, read).exact().values());
    }

    private static <R> List<R> inParts(
            List<List<Object>> keys, Function<List<List<Object>>, List<? extends R>> action) {
        return keys.stream()
                .gather(Gatherers.windowFixed(KEYS_AT_ONCE))
                .<R>flatMap(part -> action.apply(part).stream())
                .toList();
    }
}
