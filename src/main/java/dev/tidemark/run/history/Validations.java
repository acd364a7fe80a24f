package dev.tidemark.run.history;

import static dev.tidemark.run.history.ValidationRecordTable.SYNC_VALIDATION;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.Progress;
import dev.tidemark.run.WarehouseLock;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeySpans;
import dev.tidemark.target.Target;
import dev.tidemark.target.TargetSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** The records of validations. A validation is right or wrong whether it can be recorded or not. */
public final class Validations {
    private final Target target;
    private final Clock clock;
    private final int kept;

    /**
     * The validations of {@code target}.
     *
     * @param clock dates validations
     * @param kept how many of them it keeps
     */
    public Validations(Target target, Clock clock, int kept) {
        this.target = target;
        this.clock = clock;
        this.kept = kept;
    }

    /** The last validation; empty if there was none. */
    public static Optional<ValidationRecord> last(TargetSession session) {
        return session.lastRows(SYNC_VALIDATION, 1).stream().findFirst();
    }

    /**
     * Records a validation that ends now. Does not wait for a run that writes. Returns why it was not recorded; empty
     * if it was.
     */
    public Optional<String> record(LocalDateTime startedAt, ValidationOutcome outcome) {
        Path file = WarehouseLock.fileOf(target.path());
        // A lock file that this account made could keep out the account that loads.
        if (!Files.exists(file)) {
            return Optional.of("there is no " + file + " yet, which the next run makes");
        }
        if (!Files.isWritable(target.path()) || !Files.isWritable(file)) {
            return Optional.of(target.path() + " is not writable");
        }
        WarehouseLock lock = new WarehouseLock(target.path(), clock, Duration.ZERO, Progress.NONE);
        try (WarehouseLock.Held _ = lock.take("validate")) {
            insert(startedAt, outcome);
            return Optional.empty();
        } catch (TidemarkException unrecorded) {
            return Optional.of(unrecorded.getMessage());
        }
    }

    // Reads in its own transaction: once a transaction has read, SQLite does not let it wait for another writer.
    private void insert(LocalDateTime startedAt, ValidationOutcome outcome) {
        long id = 1 + target.read(Validations::last).map(ValidationRecord::id).orElse(0L);
        target.write(session -> {
            session.insert(
                    SYNC_VALIDATION,
                    List.of(ValidationRecord.of(id, startedAt, LocalDateTime.now(clock), outcome)));
            List<ValidationRecord> old = session.rows(SYNC_VALIDATION, KeySpans.ALL, null, Key.of(id - kept));
            session.delete(SYNC_VALIDATION, old.stream().map(SYNC_VALIDATION::keyOf).toList());
            return id;
        });
    }
}
