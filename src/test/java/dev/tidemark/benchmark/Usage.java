package dev.tidemark.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work took.
 *
 * @param wallSeconds the time it took
 * @param cpuSeconds the processor time of its process, or of its thread for a floor
 * @param peakMebibytes the peak resident memory of its process; 0 for a floor
 */
record Usage(double wallSeconds, double cpuSeconds, long peakMebibytes) {
    /** The medians of several runs, each measure for itself. */
    static Usage median(List<Usage> runs) {
        return new Usage(
                median(runs, Usage::wallSeconds),
                median(runs, Usage::cpuSeconds),
                (long) median(runs, Usage::peakMebibytes));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%8.2f s wall %8.2f s CPU %s", wallSeconds, cpuSeconds,
                peakMebibytes == 0 ? "" : "%6d MiB peak".formatted(peakMebibytes));
    }

    private static double median(List<Usage> runs, ToDoubleFunction<Usage> measure) {
        return middle(runs.stream().map(measure::applyAsDouble).toList());
    }

    /** The median of {@code values}: of an even number the greater of the two in the middle. */
    static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
