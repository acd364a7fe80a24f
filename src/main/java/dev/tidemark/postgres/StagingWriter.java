package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.Owned;
import dev.tidemark.copy.target.TableWriter;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.postgres.SingleMerge.Merged;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Stages rows of one table by COPY, examines them there, and merges them by statements over all of them. */
final class StagingWriter implements TableWriter {
    /** So many rows that it pays to check their foreign keys at once. */
    private static final long MANY_ROWS = 10_000;

    private final PostgresTransaction transaction;
    private final PostgresSession session;
    private final StagedTable staged;
    private final TargetTable target;
    private final Existing existing;
    private final Owned owned;
    private final StagingStream stream;
    private final Examination examination;
    private final MergeStatements merges;
    private boolean examined;
    private boolean early;
    private boolean merged;
    private Written written = new Written(0, 0, 0);

    StagingWriter(
            PostgresTransaction transaction, PostgresSession session, StagedTable staged, Existing existing,
            Owned owned) {
        this.transaction = transaction;
        this.session = session;
        this.staged = staged;
        this.target = staged.target();
        this.existing = existing;
        this.owned = owned;
        this.stream = new StagingStream(session, staged);
        this.examination = new Examination(transaction, session, staged);
        this.merges = MergeStatements.ofAll(staged);
    }

    /** The staged rows. */
    StagedTable staged() {
        return staged;
    }

    /** Whether it fills an empty table with many rows. */
    boolean fillsTable() {
        return stream.rows() >= MANY_ROWS && !target.isFilled(session);
    }

    /** Whether the rows were checked. */
    boolean isExamined() {
        return examined;
    }

    /** Whether the rows were checked before all parents that are staged. */
    boolean wasEarly() {
        return early;
    }

    /** Whether the rows are in the target. */
    boolean isMerged() {
        return merged;
    }

    /** Lets rows fall as other rows fell since, and returns their number. */
    long checkOthers() {
        return examination.ofOthers();
    }

    @Override
    public void put(List<RowToWrite> rows, Consumer<RowOutcome> outcomes) {
        if (!rows.isEmpty()) {
            stream.put(rows);
        }
    }

    @Override
    public void vacate(List<List<Object>> targetKeys) {
        stream.vacate(targetKeys);
    }

    @Override
    public void check(Consumer<RowOutcome> outcomes) {
        if (stream.isEmpty()) {
            examined = true;
            return;
        }
        session.execute("ANALYZE " + staged.quotedName());
        early = target.table().references().stream()
                .map(CopyReference::parent)
                .filter(parent -> !parent.equals(target.table().source()))
                .anyMatch(transaction::isUnexamined);
        examination.ofValues();
        examination.ofKeys(stream.isAscending());
        if (target.isFilled(session)) {
            if (target.table().assigned().isPresent()) {
                examination.ofNaturalKeys(owned);
            }
            if (stream.hasUnknown()) {
                written = new Written(0, 0, examination.ofUnknown(existing));
            }
        }
        while (examination.ofOthers() > 0) {
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

    @Override
    public void merge(Consumer<RowOutcome> outcomes) {
        if (transaction.settleOrphans()) {
            passOnRefused(outcomes);
        }
        transaction.prepareFirstMerge();
        if (!stream.isEmpty()) {
            mergeStaged(outcomes);
        }
        merged = true;
    }

    private void mergeStaged(Consumer<RowOutcome> outcomes) {
        long adopted = written.adopted();
        boolean filled = target.isFilled(session);
        if (filled) {
            if (stream.hasUnknown()) {
                adopted += session.number(merges.countAdopted());
            }
            target.movingKeys().forEach(this::park);
        }
        Merged done = session.attempt(
                () -> mergeTogether(filled), transaction::isRefusedAgain, _ -> mergeSingly(outcomes));
        if (target.table().assigned().isPresent()) {
            session.stream(row -> outcomes.accept(placed(row)), merges.placed());
        }
        written = new Written(done.inserted(), done.updated(), adopted);
    }

    private RowOutcome placed(Object[] row) {
        if (row[1] == null) {
            throw TidemarkException.warehouse(
                    "The target's " + target.table().target() + " does not find a row again that it was given, by "
                            + target.named(target.table().naturalKey()),
                    "see whether a trigger changes these values or drops the row; nothing of this transaction was kept",
                    null);
        }
        return new Placed(bytes(row[0]), List.of(target.id((String) row[1])));
    }

    private Merged mergeTogether(boolean filled) {
        boolean assigned = target.table().assigned().isPresent();
        long updated = 0;
        long inserted;
        if (filled) {
            updated = merges.update().map(session::execute).orElse(0L);
            inserted = session.execute(merges.insertMissing());
        } else {
            inserted = session.execute(assigned ? merges.insertMissing() : merges.insertAll());
        }
        if (assigned) {
            inserted += session.execute(merges.insertNumbered());
        }
        return new Merged(inserted, updated);
    }

    private Merged mergeSingly(Consumer<RowOutcome> outcomes) {
        Merged done = new SingleMerge(session, staged).run();
        passOnRefused(outcomes);
        transaction.noteFallen();
        return done;
    }

    private void park(List<Integer> key) {
        TidemarkException refusal = null;
        for (String park : merges.parks(key)) {
            Optional<TidemarkException> refused = session.attempt(
                    () -> {
                        session.execute(park);
                        return Optional.empty();
                    },
                    PostgresFailures::isRefusedValue,
                    Optional::of);
            if (refused.isEmpty()) {
                return;
            }
            refusal = refused.get();
        }
        if (session.truth(merges.moves(key))) {
            throw noRoom(key, refusal);
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
