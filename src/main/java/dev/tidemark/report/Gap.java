package dev.tidemark.report;

import dev.tidemark.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A time in which a run was to be expected, and there was none.
 *
 * @param from the last run before it
 * @param to the first run after it, or the report
 * @param usual how long it usually is from one run to the next
 */
public record Gap(Instant from, Instant to, Duration usual) {
    private static final int LEAST_INTERVALS = 5;

    /**
     * The gaps between runs that come at regular intervals. Runs are regular if most intervals are nearly the usual one;
     * of others nobody knows when one was to be expected.
     *
     * @param starts when runs began, in order
     * @param now the end of the last interval
     */
    public static List<Gap> between(List<Instant> starts, Instant now) {
        List<Duration> intervals = new ArrayList<>();
        for (int index = 1; index < starts.size(); index++) {
            intervals.add(Duration.between(starts.get(index - 1), starts.get(index)));
        }
        if (intervals.size() < LEAST_INTERVALS) {
            return List.of();
        }
        Duration usual = intervals.stream().sorted().toList().get(intervals.size() / 2);
        long near = intervals.stream().filter(interval -> isNear(interval, usual)).count();
        if (usual.isZero() || near * 2 < intervals.size()) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        for (int index = 0; index < starts.size(); index++) {
            Instant end = index + 1 < starts.size() ? starts.get(index + 1) : now;
            // Where a run did not come, the interval is twice the usual one; a little less if the next was early.
            if (Duration.between(starts.get(index), end).multipliedBy(4).compareTo(usual.multipliedBy(7)) >= 0) {
                gaps.add(new Gap(starts.get(index), end, usual));
            }
        }
        return gaps;
    }

    /** The gap in words. */
    public String inWords() {
        return "%s to %s (%s)".formatted(
                Words.minute(from), Words.minute(to), Words.duration(Duration.between(from, to).toSeconds()));
    }

    private static boolean isNear(Duration interval, Duration usual) {
        return interval.minus(usual).abs().multipliedBy(4).compareTo(usual) <= 0;
    }
}
