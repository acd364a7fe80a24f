package dev.tidemark.spark.validation;

import dev.tidemark.source.HeldFingerprints;
import dev.tidemark.source.RangeFingerprint;
import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.star.FactDate;
import dev.tidemark.star.Period;
import dev.tidemark.star.SourceSync;
import dev.tidemark.table.KeySpans;
import dev.tidemark.table.Scope;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What one task compares: the rows of a table with leading keys in one span, or the facts of some days. A task holds
 * its part in memory, so parts are cut by the number of rows that the lake knows of.
 *
 * @param table the name of the table of the star
 * @param keys one span; all keys with a period
 * @param period the days; null for all
 */
record Part(String table, KeySpans keys, Period period) implements Serializable {
    /** About so many rows are compared at a time. */
    private static final long ROWS = 50_000;

    /**
     * Parts that hold all possible keys of a table, in ascending order.
     *
     * @param ranges the fingerprints of its source that the lake holds
     */
    static List<Part> byKeys(SourceSync<?, ?> sync, HeldFingerprints ranges) {
        List<Part> parts = new ArrayList<>();
        long first = Long.MIN_VALUE;
        long rows = 0;
        for (Iterator<RangeFingerprint> all = ranges.iterator(); all.hasNext(); ) {
            RangeFingerprint range = all.next();
            if (rows >= ROWS) {
                parts.add(byKeys(sync, first, range.firstKey() - 1));
                first = range.firstKey();
                rows = 0;
            }
            rows += range.rows();
        }
        parts.add(byKeys(sync, first, Long.MAX_VALUE));
        return parts;
    }

    /**
     * Parts that hold the facts of {@code period}, in ascending order.
     *
     * @param files the files of the table
     */
    static List<Part> byDays(SourceSync<?, ?> sync, FactDate date, Period period, List<DataFile> files) {
        List<Part> parts = new ArrayList<>();
        Map<YearMonth, Double> rowsADay = new HashMap<>();
        LocalDate first = period.from();
        double rows = 0;
        for (LocalDate day = first; !day.isAfter(period.to()); day = day.plusDays(1)) {
            double ofDay = rowsADay.computeIfAbsent(YearMonth.from(day), month -> rowsADay(files, date, month));
            if (rows > 0 && rows + ofDay > ROWS) {
                parts.add(new Part(sync.name(), KeySpans.ALL, new Period(first, day.minusDays(1))));
                first = day;
                rows = 0;
            }
            rows += ofDay;
        }
        parts.add(new Part(sync.name(), KeySpans.ALL, new Period(first, period.to())));
        return parts;
    }

    // The files of a month hold its rows alone, so its days have about the same number each.
    private static double rowsADay(List<DataFile> files, FactDate date, YearMonth month) {
        Period days = new Period(month.atDay(1), month.atEndOfMonth());
        return files.stream()
                        .filter(file -> mayHold(file, date, days))
                        .mapToDouble(DataFile::rows)
                        .sum()
                / month.lengthOfMonth();
    }

    /** The rows of the lake. */
    Scope ofLake(SourceSync<?, ?> sync) {
        if (period != null) {
            return sync.factDate().orElseThrow().ofTarget(period);
        }
        return keys.isAll()
                ? Scope.ALL
                : keys.spans()
                        .map(span -> new Scope.Between<>(sync.target().key().leading(), span.first(), span.last()))
                        .findFirst()
                        .orElseThrow();
    }

    /** Whether {@code file} may hold rows of this part. */
    boolean mayBeIn(SourceSync<?, ?> sync, DataFile file) {
        return period == null ? file.mayHold(keys) : mayHold(file, sync.factDate().orElseThrow(), period);
    }

    private static boolean mayHold(DataFile file, FactDate date, Period period) {
        Scope.Between<Long> days = date.ofTarget(period);
        return !file.values().containsKey(date.target().name())
                || !file.values().get(date.target().name()).subSet(days.first(), days.last() + 1).isEmpty();
    }

    private static Part byKeys(SourceSync<?, ?> sync, long first, long last) {
        return new Part(sync.name(), KeySpans.of(List.of(new KeySpans.Span(first, last)).iterator()), null);
    }
}
