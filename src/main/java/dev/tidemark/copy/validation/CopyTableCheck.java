package dev.tidemark.copy.validation;

import dev.tidemark.comparison.Tolerance;
import dev.tidemark.comparison.Verdict;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;

/**
 * The comparison of a table. A checksum is the XOR of the SHA-256 of all rows that were compared, by their typed values.
 *
 * @param table its name in the source
 * @param target its name in the target
 * @param snapshotAt the state of the source that the target shows, UTC; null where it was never loaded
 * @param sourceRows rows that the source has
 * @param targetRows rows that the target has
 * @param carried rows that were carried over, by the state
 * @param pending rows that are new, changed or gone in the source since the last run; none of them is compared
 * @param rejected rows of the source that were left out, by the state
 * @param different rows that differ
 * @param missing rows that were carried over, and are not in the target
 * @param others rows of the target that come from no row of the source
 * @param samples the first rows that are different or missing, at most {@value #SAMPLES}
 * @param sourceChecksum the checksum of the rows as they should be
 * @param targetChecksum the checksum of the rows as they are
 * @param sums the sums of columns of numbers; empty where a side has rows that the other is not to have
 * @param references the foreign keys
 * @param sequenceLag how many numbers the target's sequence is behind the largest one
 * @param verdict the verdict on the rows
 */
@Serdeable
public record CopyTableCheck(
        String table,
        String target,
        Instant snapshotAt,
        long sourceRows,
        long targetRows,
        long carried,
        long pending,
        long rejected,
        long different,
        long missing,
        long others,
        List<CopyDifference> samples,
        String sourceChecksum,
        String targetChecksum,
        List<Sum> sums,
        List<Reference> references,
        long sequenceLag,
        Verdict verdict) {
    /** The most rows of a table that are named. */
    public static final int SAMPLES = 20;

    /**
     * The sum of a column.
     *
     * @param column its name in the source
     * @param source the sum of the values as they should be, exact
     * @param target the target's sum
     * @param verdict equal, tolerated or different
     */
    @Serdeable
    public record Sum(String column, String source, String target, Verdict verdict) {}

    /**
     * A foreign key in the target.
     *
     * @param columns the names of its columns in the source
     * @param parent the table of the source that it leads to
     * @param orphans rows of the target that refer to rows which are not there
     */
    @Serdeable
    public record Reference(List<String> columns, String parent, long orphans) {}

    /** The number of rows that are wrong. */
    public long wrong() {
        return different + missing;
    }

    /** Whether nothing in the table is wrong. */
    boolean isValid() {
        return verdict != Verdict.DIFFERENT
                && sums.stream().noneMatch(sum -> sum.verdict() == Verdict.DIFFERENT)
                && references.stream().allMatch(reference -> reference.orphans() == 0)
                && sequenceLag == 0;
    }

    /** The same with its verdict under {@code tolerance}. The sums of rows that are tolerated are tolerated too. */
    CopyTableCheck tolerating(Tolerance tolerance) {
        Verdict judged = tolerance.judge(verdict, wrong(), 0);
        return new CopyTableCheck(
                table, target, snapshotAt, sourceRows, targetRows, carried, pending, rejected, different, missing,
                others, samples, sourceChecksum, targetChecksum,
                judged == Verdict.TOLERATED ? sums.stream().map(CopyTableCheck::tolerated).toList() : sums,
                references, sequenceLag, judged);
    }

    private static Sum tolerated(Sum sum) {
        return sum.verdict() == Verdict.DIFFERENT
                ? new Sum(sum.column(), sum.source(), sum.target(), Verdict.TOLERATED)
                : sum;
    }
}
