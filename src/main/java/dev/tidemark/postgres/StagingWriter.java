package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.value.TypedText;
import dev.tidemark.failure.TidemarkException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stages rows of one table by COPY, examines them there, and merges them by statements over all of them. */
final class StagingWriter implements TableWriter {
    private final PostgresTransaction transaction;
    private final PostgresSession session;
    private final TargetTable target;
    private final StagedTable staged;
    private final MergeStatements merges;
    private final Existing existing;
    private final KeyOrder order;
    private CopyStream stream;
    private boolean hasUnknown;
    private boolean merged;
    private Written written = new Written(0, 0, 0);

    StagingWriter(
            PostgresTransaction transaction, PostgresSession session, StagedTable staged, Existing existing) {
        this.transaction = transaction;
        this.session = session;
        this.target = staged.target();
        this.staged = staged;
        this.merges = new MergeStatements(staged);
        this.existing = existing;
        this.order = new KeyOrder(target.table().targetKey());
    }

    /** The staged rows. */
    StagedTable staged() {
        return staged;
    }

    /** Whether the rows are in the target. */
    boolean isMerged() {
        return merged;
    }

    @Override
    public void put(List<RowToWrite> rows, Consumer<RowOutcome> outcomes) {
        if (!session.isCopying(stream)) {
            stream = session.copy(staged.copy());
        }
        session.copying(() -> rows.forEach(this::stage));
    }

    private void stage(RowToWrite row) {
        boolean assigned = target.table().assigned().isPresent();
        boolean awaited = assigned && row.targetKey() == null;
        hasUnknown |= !row.known();
        order.add(row.values());
        stream.bytes(row.sourceKey());
        stream.truth(row.known());
        stream.truth(awaited);
        for (int position = 0; position < row.values().length; position++) {
            Object value = row.values()[position];
            if (assigned && position == target.table().assigned().getAsInt()) {
                value = awaited ? null : row.targetKey().getFirst();
            }
            stream.text(value == null ? null : TypedText.of(value));
        }
        stream.endRow();
    }

    @Override
    public void check(Consumer<RowOutcome> outcomes) {
        session.execute("ANALYZE " + staged.quotedName());
        checkValues();
        RowChecks checks = new RowChecks(staged);
        if (!order.isAscending()) {
            session.execute(checks.shared(target.table().targetKey()));
        }
        for (List<Integer> unique : target.table().uniques()) {
            session.execute(checks.shared(unique));
        }
        boolean isFilled = isFilled();
        if (isFilled) {
            checkExisting(checks);
        }
        while (checkOthers(checks, isFilled) > 0) {
            // Until no more rows fall.
        }
        session.stream(
                row -> outcomes.accept(new Refused(bytes(row[0]), (String) row[1])),
                "SELECT s.source_key, s.bad FROM " + staged.quotedName() + " s WHERE s.bad <> ''");
    }

    private void checkValues() {
        ValueChecks checks = new ValueChecks(staged);
        Optional<Long> faulty = transaction.countOrNothing(checks.count());
        if (faulty.isEmpty()) {
            session.execute(checks.markUnreadable(transaction.inputError()));
        }
        if (faulty.isEmpty() || faulty.get() > 0) {
            session.execute(checks.mark());
        }
        new CheckConstraints(staged).marking(session).forEach(session::execute);
    }

    private void checkExisting(RowChecks checks) {
        if (target.table().assigned().isPresent()) {
            session.execute(checks.ambiguous());
            session.execute(checks.find());
        }
        if (!hasUnknown) {
            return;
        }
        switch (existing) {
            case FAIL -> session.execute(checks.there());
            case KEEP -> written = new Written(0, 0, session.execute(checks.leave()));
            case UPDATE -> { }
        }
    }

    // A row that falls may be the parent of another, or keep a key that another was to get.
    private long checkOthers(RowChecks checks, boolean isFilled) {
        long fallen = 0;
        if (isFilled) {
            for (List<Integer> key : keys()) {
                fallen += session.execute(checks.taken(key));
            }
        }
        for (CopyReference reference : target.table().references()) {
            fallen += session.execute(checks.orphans(
                    reference, transaction.target(reference.parent()), transaction.staged(reference.parent())));
        }
        return fallen;
    }

    // The keys whose values may move from row to row.
    private List<List<Integer>> keys() {
        CopyTable table = target.table();
        return Stream.concat(
                        table.assigned().isPresent() ? Stream.of(table.targetKey()) : Stream.of(),
                        table.uniques().stream())
                .distinct()
                .toList();
    }

    private boolean isFilled() {
        return session.truth("SELECT EXISTS (SELECT 1 FROM " + target.name() + ")");
    }

    @Override
    public void withdraw(List<byte[]> sourceKeys) {
        String[] keys = sourceKeys.stream()
                .map(key -> "\\x" + HexFormat.of().formatHex(key))
                .toArray(String[]::new);
        session.execute(
                "UPDATE " + staged.quotedName() + " s SET bad = '', awaited = false"
                        + " WHERE s.source_key = ANY (?::text[]::bytea[])",
                (Object) keys);
    }

    @Override
    public void merge(Consumer<RowOutcome> outcomes) {
        long inserted = 0;
        long updated = 0;
        long adopted = written.adopted();
        boolean assigned = target.table().assigned().isPresent();
        if (isFilled()) {
            if (hasUnknown) {
                adopted += session.number(merges.countAdopted());
            }
            keys().forEach(this::park);
            updated = merges.update().map(session::execute).orElse(0L);
            inserted = session.execute(merges.insertMissing());
        } else {
            inserted = session.execute(assigned ? merges.insertMissing() : merges.insertAll());
        }
        if (assigned) {
            inserted += session.execute(merges.insertNumbered());
            passOnIds(outcomes);
        }
        merged = true;
        written = new Written(inserted, updated, adopted);
    }

    private void passOnIds(Consumer<RowOutcome> outcomes) {
        int id = target.identity().getFirst();
        session.stream(
                row -> outcomes.accept(new Placed(
                        bytes(row[0]), List.of(TypedText.parse(target.type(id), (String) row[1])))),
                merges.placed());
    }

    private void park(List<Integer> key) {
        try {
            merges.park(key).ifPresentOrElse(session::execute, () -> {
                if (session.truth(merges.moves(key))) {
                    throw noRoom(key, null);
                }
            });
        } catch (TidemarkException failure) {
            throw PostgresFailures.isDataFailure(failure) ? noRoom(key, failure) : failure;
        }
    }

    private TidemarkException noRoom(List<Integer> key, TidemarkException cause) {
        return TidemarkException.warehouse(
                "Rows of " + target.table().target() + " exchange values of the key (" + target.named(key)
                        + ") with each other, and no column of it takes another value for the time between",
                "declare the key as a UNIQUE constraint that is DEFERRABLE, or let a column of it be NULL",
                cause);
    }

    @Override
    public Written written() {
        return written;
    }

    private static byte[] bytes(Object text) {
        return HexFormat.of().parseHex((String) text, 2, ((String) text).length());
    }
}
