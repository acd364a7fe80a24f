package dev.tidemark.postgres;

import dev.tidemark.copy.plan.CopyReference;
import dev.tidemark.copy.target.CopyTransaction.Existing;
import dev.tidemark.copy.target.CopyTransaction.Owned;
import dev.tidemark.copy.value.TypedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Examines the rows of a staging table, and gives the bad ones their reasons there. */
final class Examination {
    private static final int ROWS_TOGETHER = 1_000;

    private final PostgresTransaction transaction;
    private final PostgresSession session;
    private final StagedTable staged;
    private final TargetTable target;
    private final RowChecks checks;

    Examination(PostgresTransaction transaction, PostgresSession session, StagedTable staged) {
        this.transaction = transaction;
        this.session = session;
        this.staged = staged;
        this.target = staged.target();
        this.checks = new RowChecks(staged);
    }

    /** Examines each value by itself, and by the CHECK constraints of the table. */
    void ofValues() {
        ValueChecks values = new ValueChecks(staged);
        Optional<Long> faulty = transaction.countOrNothing(values.count());
        if (faulty.isEmpty()) {
            session.execute(values.markUnreadable(transaction.inputError()));
        }
        if (faulty.isEmpty() || faulty.get() > 0) {
            session.execute(values.mark());
        }
        // A constraint may also fail to examine a value, such as one that it casts. The merge finds that row.
        new CheckConstraints(staged).marking(session).forEach(constraint -> session.attempt(
                () -> session.execute(constraint), PostgresFailures::isDataFailure, _ -> 0L));
    }

    /** Looks for rows that share a key; not for the target's key where {@code distinct} says that no two do. */
    void ofKeys(boolean distinct) {
        if (!distinct) {
            session.execute(checks.shared(target.table().targetKey()));
        }
        target.table().uniques().forEach(unique -> session.execute(checks.shared(unique)));
    }

    /** Finds the rows of the target with the natural keys of rows without an id, and refuses those of other rows. */
    void ofNaturalKeys(Owned owned) {
        session.execute(checks.ambiguous());
        if (session.execute(checks.find()) > 0) {
            refuseOwned(owned);
        }
    }

    private void refuseOwned(Owned owned) {
        List<List<Object>> some = new ArrayList<>();
        List<List<Object>> taken = new ArrayList<>();
        session.stream(
                row -> {
                    some.add(List.of(target.id((String) row[0])));
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

    /** Refuses or leaves out rows that are there and not known, and returns how many were left out. */
    long ofUnknown(Existing existing) {
        return switch (existing) {
            case FAIL -> {
                session.execute(checks.there());
                yield 0;
            }
            case KEEP -> session.execute(checks.leave());
            case UPDATE -> 0;
        };
    }

    /**
     * Lets rows fall that have no parent, or whose key another row keeps, and returns their number. Each may be the
     * parent of another, or keep a key that another was to get.
     */
    long ofOthers() {
        long fallen = 0;
        if (target.isFilled(session)) {
            for (List<Integer> key : target.movingKeys()) {
                fallen += session.execute(checks.taken(key));
            }
        }
        for (CopyReference reference : target.table().references()) {
            fallen += session.execute(checks.orphans(
                    reference, transaction.target(reference.parent()), transaction.staged(reference.parent())));
        }
        return fallen;
    }
}
