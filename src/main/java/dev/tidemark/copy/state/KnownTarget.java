package dev.tidemark.copy.state;

import static dev.tidemark.copy.state.TargetRecordTable.COPY_TARGET;

import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.TargetIdentity;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.target.TargetSession;
import java.util.List;
import java.util.Optional;

/**
 * The target beside the one that the state knows. A state belongs to one target: in another database its keys are those
 * of other rows. The same target may get another name, or another server behind its name, but hardly both at once.
 *
 * @param now the target
 * @param before what the state knows; empty before the first run
 */
public record KnownTarget(TargetIdentity now, Optional<TargetRecord> before) {
    /** The target {@code target} as it is now, beside the one that {@code state} knows. */
    public static KnownTarget of(CopyTarget target, CopyState state) {
        return new KnownTarget(
                target.identity(), state.file().read(records -> records.rows(COPY_TARGET).stream().findFirst()));
    }

    /** Whether neither the address nor the server is the one that the state knows. */
    public boolean isAnother() {
        return before.filter(known -> !known.address().equals(now.address()) && !known.server().equals(now.server()))
                .isPresent();
    }

    /** Whether every row that the state takes for carried over was brought to this target. */
    public boolean isComplete() {
        return before.filter(known -> known.complete() && isSame(known)).isPresent();
    }

    /** Fails if {@linkplain #isAnother the target is another}. */
    public void requireNoOther() {
        if (isAnother()) {
            throw TidemarkException.warehouse(
                    "The state belongs to another target: " + fromTo(),
                    "give each target a state of its own, or run init --moved if the rows moved there with their keys",
                    null);
        }
    }

    /** A note for the user if every row has to be compared because of the target; else empty. */
    public Optional<String> note() {
        return before.filter(known -> !isComplete())
                .map(known -> isSame(known)
                        ? "No run has completed with this target; every row was compared."
                        : "The target is not the one of the last run: " + fromTo() + "; every row was compared.");
    }

    /**
     * Makes this the target that the state knows.
     *
     * @param complete whether every row that the state takes for carried over was brought to it
     */
    public void record(boolean complete, TargetSession records) {
        records.upsert(
                COPY_TARGET, List.of(new TargetRecord(TargetRecord.ID, now.address(), now.server(), complete)));
    }

    private boolean isSame(TargetRecord known) {
        return known.address().equals(now.address()) && known.server().equals(now.server());
    }

    private String fromTo() {
        TargetRecord known = before.orElseThrow();
        return known.address().equals(now.address())
                ? "%s was on %s and is on %s".formatted(now.address(), known.server(), now.server())
                : "it was %s and is %s".formatted(known.address(), now.address());
    }
}
