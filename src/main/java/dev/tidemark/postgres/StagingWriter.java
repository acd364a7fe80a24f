package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.Owned;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.copy.value.TypedText;
import dev.tidemark.failure.TidemarkException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Stages rows of one table by COPY, examines them there, and merges them by statements over all of them. */
final class StagingWriter implements TableWriter {
    private static final int ROWS_TOGETHER = 1_000;

    private final PostgresTransaction transaction;
    private final PostgresSession session;
    private final TargetTable target;
    private final StagedTable staged;
    private final RowChecks checks;
    private final MergeStatements merges;
    private final Existing existing;
    private final Owned owned;
    private final KeyOrder order;
    private CopyStream stream;
    private boolean hasUnknown;
    private boolean examined;
    private boolean early;
    private boolean merged;
    private Written written = new Written(0, 0, 0);

    StagingWriter(
            PostgresTransaction transaction, PostgresSession session, StagedTable staged, Existing existing,
            Owned owned) {
        this.transaction = transaction;
        this.session = session;
        this.target = staged.target();
        this.staged = staged;
        this.checks = new RowChecks(staged);
        this.merges = new MergeStatements(staged);
        this.existing = existing;
        this.owned = owned;
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

    /** Whether the rows were checked. */
    boolean isExamined() {
        return examined;
    }

    /** Whether the rows were checked before all parents that are staged. */
    boolean wasEarly() {
        return early;
    }

    @Override
    public void put(List<RowToWrite> rows, Consumer<RowOutcome> outcomes) {
        if (!rows.isEmpty()) {
            copy(() -> rows.forEach(this::stage));
        }
    }

    /** {@inheritDoc} They are staged among the others, and told from them by a source key that is NULL. */
    @Override
    public void vacate(List<List<Object>> targetKeys) {
        copy(() -> targetKeys.forEach(this::stageLeaving));
    }

    private void copy(Runnable rows) {
        if (!session.isCopying(stream)) {
            stream = session.copy(staged.copy());
        }
        session.copying(rows);
    }

    private void stageLeaving(List<Object> targetKey) {
        stream.text(null);
        stream.truth(true);
        stream.truth(false);
        stream.text("");
        for (int position : target.positions()) {
            int part = target.identity().indexOf(position);
            stream.text(part < 0 ? null : TypedText.of(targetKey.get(part)));
        }
        stream.endRow();
    }

    private void stage(RowToWrite row) {
        boolean assigned = target.table().assigned().isPresent();
        boolean awaited = assigned && row.targetKey() == null;
        hasUnknown |= !row.known();
        order.add(row.values());
        stream.bytes(row.sourceKey());
        stream.truth(row.known());
        stream.truth(awaited);
        stream.text(null);
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
        early = target.table().references().stream()
                .map(CopyReference::parent)
                .filter(parent -> !parent.equals(target.table().source()))
                .anyMatch(transaction::isUnexamined);
        checkValues();
        if (!order.isAscending()) {
            session.execute(checks.shared(target.table().targetKey()));
        }
        for (List<Integer> unique : target.table().uniques()) {
            session.execute(checks.shared(unique));
        }
        if (isFilled()) {
            checkExisting();
        }
        while (checkOthers() > 0) {
            // Until no more rows fall.
        }
        examined = true;
        passOnRefused(outcomes);
    }

    private void passOnRefused(Consumer<RowOutcome> outcomes) {
        session.stream(
                row -> outcomes.accept(new Refused(bytes(row[0]), (String) row[1])),
                "SELECT s.source_key, s.bad FROM " + staged.quotedName() + " s WHERE s.bad <> ''");
        session.execute("UPDATE " + staged.quotedName() + " SET bad = '', awaited = false WHERE bad <> ''");
    }

    private void checkValues() {
        ValueChecks values = new ValueChecks(staged);
        Optional<Long> faulty = transaction.countOrNothing(values.count());
        if (faulty.isEmpty()) {
            session.execute(values.markUnreadable(transaction.inputError()));
        }
        if (faulty.isEmpty() || faulty.get() > 0) {
            session.execute(values.mark());
        }
        new CheckConstraints(staged).marking(session).forEach(session::execute);
    }

    private void checkExisting() {
        if (target.table().assigned().isPresent()) {
            session.execute(checks.ambiguous());
            if (session.execute(checks.find()) > 0) {
                refuseOwned();
            }
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

    private void refuseOwned() {
        List<List<Object>> some = new ArrayList<>();
        List<List<Object>> taken = new ArrayList<>();
        session.stream(
                row -> {
                    some.add(List.of(id((String) row[0])));
                    if (some.size() == ROWS_TOGETHER) {
                        taken.addAll(owned.among(List.copyOf(some)));
                        some.clear();
                    }
                },
                checks.adopted());
        taken.addAll(owned.among(List.copyOf(some)));
        if (!taken.isEmpty()) {
            session.execute(checks.owned(taken.stream()
                    .map(key -> TypedText.of(key.getFirst()))
                    .toArray(String[]::new)));
        }
    }

    private Object id(String text) {
        return TypedText.parse(target.type(target.identity().getFirst()), text);
    }

    /**
     * Lets rows fall that have no parent, or whose key another row keeps, and returns their number. Each may be the
     * parent of another, or keep a key that another was to get.
     */
    long checkOthers() {
        long fallen = 0;
        if (isFilled()) {
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
        if (transaction.settleCircles()) {
            passOnRefused(outcomes);
        }
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
        session.stream(
                row -> outcomes.accept(new Placed(bytes(row[0]), List.of(id((String) row[1])))), merges.placed());
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
