package dev.tidemark.copy.validation;

import dev.tidemark.comparison.Verdict;
import dev.tidemark.concurrent.RowPipe;
import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyPlan;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.planning.Planner;
import dev.tidemark.copy.rows.KeyMerge;
import dev.tidemark.copy.rows.References;
import dev.tidemark.copy.rows.RowTyping;
import dev.tidemark.copy.rows.SourceRows;
import dev.tidemark.copy.rows.TableStates;
import dev.tidemark.copy.source.CopySnapshot;
import dev.tidemark.copy.source.CopySource;
import dev.tidemark.copy.state.CopyState;
import dev.tidemark.copy.state.StateSession;
import dev.tidemark.copy.state.TableState;
import dev.tidemark.copy.target.CopyTarget;
import dev.tidemark.copy.target.CopyTransaction;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.run.Progress;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares the target of a copy with its source. Rows that are in the source as they were carried over have to be in the
 * target; the others are pending.
 */
public final class CopyValidator {
    private final CopySource source;
    private final CopyTarget target;
    private final CopyState state;
    private final Planner planner;
    private final boolean deletes;
    private final Progress progress;

    /**
     * A validator of {@code target} against {@code source}.
     *
     * @param deletes whether rows that are gone in the source are to be removed from the target
     * @param progress shows the progress
     */
    public CopyValidator(
            CopySource source,
            CopyTarget target,
            CopyState state,
            Planner planner,
            boolean deletes,
            Progress progress) {
        this.source = source;
        this.target = target;
        this.state = state;
        this.planner = planner;
        this.deletes = deletes;
        this.progress = progress;
    }

    /** Compares all rows of all tables. A target that was never filled is a target failure. */
    public CopyValidationResult validate() {
        state.file().requireCurrent();
        progress.work("connecting");
        progress.await();
        try (StateSession session = state.begin();
                StateSession known = state.begin();
                CopySnapshot snapshot = source.snapshot()) {
            CopyPlan plan = planner.planOfAll(snapshot.tables());
            TableStates states = new TableStates(plan, session.records());
            if (states.knowNone()) {
                throw TidemarkException.warehouse(
                        "The target " + target.address() + " was never filled", "run full-load first", null);
            }
            try (CopyTransaction transaction = target.snapshot(plan.tables())) {
                Sides sides = new Sides(plan, states, snapshot, session, known, transaction);
                return CopyValidationResult.of(
                        plan.tables().stream().map(table -> check(table, sides)).toList());
            } finally {
                progress.end();
            }
        }
    }

    private CopyTableCheck check(CopyTable table, Sides sides) {
        progress.work(table.source());
        progress.await();
        if (progress.isShown()) {
            progress.expect(sides.snapshot().count(table.source()));
        }
        TableValidation validation = new TableValidation(
                table,
                sides.session().rows(),
                new References(sides.plan(), table, sides.states()::number, reference -> false),
                sides.transaction(),
                deletes);
        RowPipe.<List<ComparedKey>>run(
                RowPipe.USUAL_WAITING,
                batches -> read(table, sides, batches),
                keys -> {
                    validation.take(keys);
                    progress.rows(keys.size());
                },
                () -> {});
        return result(table, validation, sides);
    }

    private static void read(CopyTable table, Sides sides, Consumer<List<ComparedKey>> batches) {
        RowTyping typing = new RowTyping(table, References.rewritten(sides.plan(), table));
        boolean everyRow = sides.states().changed(table);
        KeyBatches keys = new KeyBatches(typing, batches);
        SourceRows.read(sides.snapshot(), table, rows -> sides.known().rows()
                .all(
                        sides.states().number(table),
                        known -> KeyMerge.walk(typing, everyRow, rows, known, keys)));
        keys.end();
    }

    private static CopyTableCheck result(CopyTable table, TableValidation validation, Sides sides) {
        RowComparison rows = validation.comparison();
        long targetRows = sides.transaction().count(table);
        long others = Math.max(0, targetRows - validation.found());
        return new CopyTableCheck(
                table.source(),
                table.target(),
                sides.states().of(table).map(CopyValidator::snapshotAt).orElse(null),
                validation.sourceRows(),
                targetRows,
                validation.carried(),
                validation.pending(),
                validation.rejected(),
                rows.different(),
                rows.missing(),
                others,
                rows.samples(),
                rows.sourceChecksum(),
                rows.targetChecksum(),
                validation.isWhole() && others == 0 ? sums(table, rows, sides.transaction()) : List.of(),
                references(table, sides),
                sides.transaction().sequenceLag(table),
                verdict(validation, others));
    }

    private static Verdict verdict(TableValidation validation, long others) {
        if (validation.comparison().different() + validation.comparison().missing() > 0) {
            return Verdict.DIFFERENT;
        }
        if (validation.pending() > 0) {
            return Verdict.PENDING;
        }
        return validation.rejected() + others > 0 ? Verdict.PARTIAL : Verdict.EQUAL;
    }

    private static List<CopyTableCheck.Sum> sums(CopyTable table, RowComparison rows, CopyTransaction transaction) {
        return rows.sums().entrySet().stream()
                .map(sum -> {
                    var actual = transaction.sum(table, sum.getKey());
                    return new CopyTableCheck.Sum(
                            table.columns().get(sum.getKey()).source(),
                            sum.getValue().toPlainString(),
                            actual.toPlainString(),
                            actual.compareTo(sum.getValue()) == 0 ? Verdict.EQUAL : Verdict.DIFFERENT);
                })
                .toList();
    }

    private static List<CopyTableCheck.Reference> references(CopyTable table, Sides sides) {
        return table.references().stream()
                .map(reference -> new CopyTableCheck.Reference(
                        table.columns(reference.columns()).stream().map(CopyColumn::source).toList(),
                        reference.parent(),
                        sides.transaction().orphans(table, reference, sides.plan().parent(reference))))
                .toList();
    }

    private static Instant snapshotAt(TableState state) {
        return state.snapshotAt().truncatedTo(ChronoUnit.SECONDS).toInstant(ZoneOffset.UTC);
    }

    // What a validation looks at. The state is read by two threads, each in a transaction of its own.
    private record Sides(
            CopyPlan plan,
            TableStates states,
            CopySnapshot snapshot,
            StateSession session,
            StateSession known,
            CopyTransaction transaction) {}
}
