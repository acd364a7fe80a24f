package dev.tidemark.sql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts invalid dates, such as MySQL's 0000-00-00, by column. */
public final class UnreadableDates {
    private final Map<String, Found> byColumn = new TreeMap<>();

    /** Notes a value of {@code column}. */
    public synchronized void note(String column, String text) {
        byColumn.merge(column, new Found(1, text), (known, more) -> new Found(known.count() + 1, known.first()));
    }

    /** The values noted since the last call, one sentence for each column. */
    public synchronized List<String> take() {
        List<String> sentences = byColumn.entrySet().stream()
                .map(entry -> sentence(entry.getKey(), entry.getValue()))
                .toList();
        byColumn.clear();
        return sentences;
    }

    private static String sentence(String column, Found found) {
        if (found.count() == 1) {
            return "1 value of %s is no date (\"%s\"); it reads as NULL.".formatted(column, found.first());
        }
        return String.format(
                Locale.ROOT,
                "%,d values of %s are no dates (the first: \"%s\"); they read as NULL.",
                found.count(),
                column,
                found.first());
    }

    private record Found(long count, String first) {}
}
