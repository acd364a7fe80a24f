package dev.tidemark.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The comparison of a table; of facts, only the rows of the period.
 *
 * @param table the table's name
 * @param snapshotAt the state of the source that the table shows, UTC; null where it was never loaded
 * @param lastUpdate the most recent time of change in the rows of its source then, as the source writes it; null for
 *     none
 * @param sourceRows rows that the source has
 * @param warehouseRows rows that the warehouse has
 * @param missing rows that only the source has
 * @param extra rows that only the warehouse has
 * @param different rows that differ
 * @param duplicates rows of the warehouse beyond the first with the same natural key
 * @param pending rows that differ because the source changed since the last run; counted nowhere else
 * @param samples the first differences that are not pending, at most {@value RowComparison#SAMPLES} of each kind
 * @param verdict equal, pending, tolerated or different
 */
@Serdeable
public record TableCheck(
        String table,
        Instant snapshotAt,
        String lastUpdate,
        long sourceRows,
        long warehouseRows,
        long missing,
        long extra,
        long different,
        long duplicates,
        long pending,
        List<RowDifference> samples,
        Verdict verdict)
        implements Serializable {

    /** The number of wrong rows of all kinds. */
    public long wrong() {
        return missing + extra + different + duplicates;
    }

    /** The check of the rows of both, which are different rows of one table in one state. */
    public TableCheck plus(TableCheck other) {
        return new TableCheck(
                table,
                snapshotAt,
                lastUpdate,
                sourceRows + other.sourceRows,
                warehouseRows + other.warehouseRows,
                missing + other.missing,
                extra + other.extra,
                different + other.different,
                duplicates + other.duplicates,
                pending + other.pending,
                firstOfEachKind(samples, other.samples),
                verdict.compareTo(other.verdict) > 0 ? verdict : other.verdict);
    }

    /** The same with rows that were found different otherwise; they are among those that were compared. */
    public TableCheck plusDifferent(List<RowDifference> more) {
        return more.isEmpty()
                ? this
                : with(different + more.size(), firstOfEachKind(samples, more), Verdict.DIFFERENT);
    }

    /** The same, whose samples tell each difference of a column in {@code words}. */
    public TableCheck describedIn(UnaryOperator<RowDifference.ColumnDifference> words) {
        List<RowDifference> described = samples.stream()
                .map(row -> new RowDifference(row.kind(), row.key(), row.columns().stream().map(words).toList()))
                .toList();
        return with(different, described, verdict);
    }

    private static List<RowDifference> firstOfEachKind(List<RowDifference> some, List<RowDifference> more) {
        Map<RowDifference.Kind, Integer> counts = new EnumMap<>(RowDifference.Kind.class);
        List<RowDifference> first = new ArrayList<>(some);
        first.addAll(more);
        first.removeIf(row -> counts.merge(row.kind(), 1, Integer::sum) > RowComparison.SAMPLES);
        return List.copyOf(first);
    }

    /** The same with its verdict under {@code tolerance}. */
    TableCheck tolerating(Tolerance tolerance) {
        return with(different, samples, tolerance.judge(verdict, wrong(), 0));
    }

    private TableCheck with(long nowDifferent, List<RowDifference> nowSamples, Verdict nowVerdict) {
        return new TableCheck(
                table, snapshotAt, lastUpdate, sourceRows, warehouseRows, missing, extra, nowDifferent, duplicates,
                pending, nowSamples, nowVerdict);
    }
}
