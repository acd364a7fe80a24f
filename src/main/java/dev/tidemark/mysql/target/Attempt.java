package dev.tidemark.mysql.target;

import dev.tidemark.copy.target.TableWriter.Refused;
import dev.tidemark.copy.target.TableWriter.RowOutcome;
import dev.tidemark.copy.target.TableWriter.RowToWrite;
import dev.tidemark.copy.target.TableWriter.Written;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a try to write some rows together came to. It counts only if none of its statements failed. */
final class Attempt {
    private final List<RowOutcome> outcomes = new ArrayList<>();
    private final Set<Long> taken = new HashSet<>();
    private final List<RowToWrite> movers = new ArrayList<>();
    private final List<RowToWrite> postponed = new ArrayList<>();
    private final boolean mayPostpone;
    private long inserted;
    private long updated;
    private long adopted;

    /** A try; {@code mayPostpone} says whether rows that stand in the way of others may be tried again later. */
    Attempt(boolean mayPostpone) {
        this.mayPostpone = mayPostpone;
    }

    void decide(RowOutcome outcome) {
        outcomes.add(outcome);
    }

    void inserted() {
        inserted++;
    }

    void updated() {
        updated++;
    }

    void adopted() {
        adopted++;
    }

    /** Takes a row of the target for a row of the source, and tells whether no other of this try has it. */
    boolean take(long id) {
        return taken.add(id);
    }

    /** Notes a row whose change of a unique value may be in the way of another's. */
    void moves(RowToWrite row) {
        movers.add(row);
    }

    /** Refuses a row, unless the row of the target that is in its way may be another one later. */
    void refuseUnlessLater(RowToWrite row, String reason) {
        if (mayPostpone) {
            postponed.add(row);
        } else {
            decide(new Refused(row.sourceKey(), reason));
        }
    }

    List<RowOutcome> outcomes() {
        return outcomes;
    }

    Set<Long> taken() {
        return taken;
    }

    List<RowToWrite> postponed() {
        return postponed;
    }

    List<RowToWrite> movers() {
        return movers;
    }

    /** These counts and those of this try. */
    Written added(Written before) {
        return new Written(before.inserted() + inserted, before.updated() + updated, before.adopted() + adopted);
    }
}
