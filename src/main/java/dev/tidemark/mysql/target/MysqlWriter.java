package dev.tidemark.mysql.target;

import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.Owned;
import dev.tidemark.copy.target.TableWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongPredicate;

/**
 * Writes rows and decides at once. Rows that the server refuses are found by halving; those that may be taken later,
 * because another row has their unique value or their parent in the same table is not there yet, wait for
 * {@link #merge}.
 *
 * <p>It holds 24 bytes for each row with an assigned id, and the rows that wait.
 */
final class MysqlWriter implements TableWriter {
    private static final String CHUNK = "tidemark_chunk";
    private static final String MERGE = "tidemark_merge";
    private static final String PARKING = "tidemark_parking";

    private final TargetSession session;
    private final TargetFailures failures;
    private final TableStatements statements;
    private final CopyTable table;
    private final RowBatch batch;
    private final Chunks chunks;
    private final boolean looksUp;
    private final LongSet taken = new LongSet();
    private List<RowToWrite> waiting = new ArrayList<>();
    private Written written = new Written(0, 0, 0);

    MysqlWriter(
            TargetSession session,
            TargetFailures failures,
            TableStatements statements,
            Existing existing,
            Owned owned,
            Chunks chunks) {
        this.session = session;
        this.failures = failures;
        this.statements = statements;
        this.table = statements.table();
        this.batch = new RowBatch(session, statements, existing, owned);
        this.chunks = chunks;
        boolean isEmpty = failures.explaining(() -> session.rows(statements.any(), List.of()).isEmpty());
        // Rows that this transaction wrote are met again only where no key of the target tells rows apart.
        this.looksUp = !isEmpty || !keyIsUnique();
    }

    @Override
    public void put(List<RowToWrite> rows, Consumer<RowOutcome> outcomes) {
        failures.explaining(() -> {
            for (List<RowToWrite> chunk : chunks.of(rows)) {
                write(chunk, looksUp, true, taken::contains, attempt -> accept(attempt, outcomes), (row, bad) -> {
                    if (bad.mayPass()) {
                        waiting.add(row);
                    } else {
                        outcomes.accept(new Refused(row.sourceKey(), bad.reason()));
                    }
                });
            }
            return null;
        });
    }

    @Override
    public void vacate(List<List<Object>> targetKeys) {
        failures.explaining(() -> {
            savepoint(PARKING);
            parkOrLeave(() -> new Parking(session, statements).vacate(targetKeys));
            return null;
        });
    }

    /** Rows are examined when they are put. */
    @Override
    public void check(Consumer<RowOutcome> outcomes) {}

    /** Writes the rows that waited. Of those that are in each other's way, the unique values are parked first. */
    @Override
    public void merge(Consumer<RowOutcome> outcomes) {
        failures.explaining(() -> {
            while (!waiting.isEmpty()) {
                mergeOrRefuse(outcomes);
            }
            return null;
        });
    }

    @Override
    public Written written() {
        return written;
    }

    // All of them, or none: then those that are in the way are refused, and the others are tried again.
    private void mergeOrRefuse(Consumer<RowOutcome> outcomes) {
        savepoint(MERGE);
        savepoint(PARKING);
        parkOrLeave(() -> {
            Parking parking = new Parking(session, statements);
            chunks.of(waiting).forEach(rows -> parking.park(batch.present(rows)));
        });
        List<Attempt> done = new ArrayList<>();
        Set<Long> takenNow = new HashSet<>();
        Map<RowToWrite, BadRow> failed = new LinkedHashMap<>();
        List<RowToWrite> remaining = waiting;
        do {
            failed.clear();
            List<RowToWrite> tried = remaining;
            chunks.of(tried).forEach(chunk -> write(
                    chunk,
                    true,
                    false,
                    id -> taken.contains(id) || takenNow.contains(id),
                    attempt -> {
                        done.add(attempt);
                        takenNow.addAll(attempt.taken());
                    },
                    failed::put));
            remaining = new ArrayList<>(failed.keySet());
            if (remaining.size() == tried.size()) {
                break;
            }
        } while (!failed.isEmpty());
        List<Refused> refused = new ArrayList<>();
        failed.forEach((row, bad) -> refused.add(new Refused(row.sourceKey(), bad.reason())));
        done.stream()
                .flatMap(attempt -> attempt.outcomes().stream())
                .filter(Refused.class::isInstance)
                .forEach(outcome -> refused.add((Refused) outcome));
        if (refused.isEmpty()) {
            waiting = new ArrayList<>();
            done.forEach(attempt -> accept(attempt, outcomes));
            return;
        }
        rollBackTo(MERGE);
        refused.forEach(outcomes);
        Set<ByteBuffer> keys = new HashSet<>(refused.stream().map(row -> ByteBuffer.wrap(row.sourceKey())).toList());
        waiting.removeIf(row -> keys.contains(ByteBuffer.wrap(row.sourceKey())));
    }

    // A rule of the target, such as a CHECK or a reference to the value, may allow no other value for a moment. Chains,
    // and rows that are only removed, work without.
    private void parkOrLeave(Runnable parking) {
        try {
            parking.run();
        } catch (RuntimeException failure) {
            BadRow.of(failure).orElseThrow(() -> failure);
            rollBackTo(PARKING);
        }
    }

    private void write(
            List<RowToWrite> rows,
            boolean mayBeThere,
            boolean mayWait,
            LongPredicate isTaken,
            Consumer<Attempt> done,
            BiConsumer<RowToWrite, BadRow> failed) {
        Attempt attempt = new Attempt(mayWait);
        savepoint(CHUNK);
        BadRow bad;
        try {
            batch.write(rows, mayBeThere, isTaken, attempt);
            done.accept(attempt);
            return;
        } catch (RuntimeException failure) {
            bad = BadRow.of(failure).orElseThrow(() -> failure);
        }
        rollBackTo(CHUNK);
        if (rows.size() == 1) {
            failed.accept(rows.getFirst(), bad);
            return;
        }
        List<RowToWrite> first = rows.subList(0, rows.size() / 2);
        List<RowToWrite> rest = rows.subList(rows.size() / 2, rows.size());
        if (mayWait && bad.mayPass() && !attempt.movers().isEmpty()) {
            attempt.movers().forEach(row -> failed.accept(row, bad));
            first = rows.stream().filter(row -> !attempt.movers().contains(row)).toList();
            rest = List.of();
        }
        for (List<RowToWrite> part : List.of(first, rest)) {
            if (!part.isEmpty()) {
                write(part, mayBeThere, mayWait, isTaken, done, failed);
            }
        }
    }

    private void accept(Attempt attempt, Consumer<RowOutcome> outcomes) {
        attempt.outcomes().forEach(outcomes);
        attempt.taken().forEach(taken::add);
        waiting.addAll(attempt.postponed());
        written = attempt.added(written);
    }

    private boolean keyIsUnique() {
        return table.assigned().isEmpty()
                || table.uniques().stream().anyMatch(unique -> table.naturalKey().containsAll(unique));
    }

    private void savepoint(String name) {
        session.execute("SAVEPOINT " + name, List.of());
    }

    private void rollBackTo(String name) {
        session.execute("ROLLBACK TO SAVEPOINT " + name, List.of());
    }
}
