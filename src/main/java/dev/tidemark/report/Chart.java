package dev.tidemark.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A chart of columns of a table. Charts over time have their times in the table's first column.
 *
 * @param kind how it shows them
 * @param title what it shows, for people who cannot see it
 * @param axis what its numbers are, with the unit
 * @param series the numbers of the table's columns that it shows, from 0
 * @param gaps times without a run; empty where it shows no runs
 */
public record Chart(Kind kind, String title, String axis, List<Integer> series, List<Gap> gaps) {
    /** How a chart shows its columns. */
    public enum Kind {
        /** Stacked columns, one for each row. */
        COLUMNS,
        /** Bars, one for each row. */
        BARS,
        /** Points over time, one for each run. */
        POINTS,
        /** Stacked columns over time, one for each run that brought in changes. */
        CHANGES,
        /** A line over time. */
        LINE;

        /** The word for the page's script. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Chart {
        series = List.copyOf(series);
        gaps = List.copyOf(gaps);
    }

    /** A chart without times. */
    public static Chart of(Kind kind, String title, String axis, Integer... series) {
        return new Chart(kind, title, axis, List.of(series), List.of());
    }

    /** The columns, as the page's script reads them. */
    public String seriesText() {
        return series.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    /** The gaps, as the page's script reads them. */
    public String gapsText() {
        return gaps.stream().map(gap -> gap.from() + "/" + gap.to()).collect(Collectors.joining(" "));
    }
}
