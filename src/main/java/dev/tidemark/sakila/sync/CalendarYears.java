package dev.tidemark.sakila.sync;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The years that the calendar holds. */
final class CalendarYears {
    /** The most years of a gap between two needed years that the calendar fills. */
    private static final int LARGEST_GAP = 30;

    private CalendarYears() {}

    /**
     * Every year of {@code factYears}, {@code thisYear} and the next, with short gaps filled. A stray date in the year
     * 9999 adds that one year, not eight thousand.
     */
    static SortedSet<Integer> around(Set<Integer> factYears, int thisYear) {
        TreeSet<Integer> needed = new TreeSet<>(factYears);
        needed.add(thisYear);
        needed.add(thisYear + 1);
        TreeSet<Integer> years = new TreeSet<>(needed);
        for (int year : needed) {
            Integer next = needed.higher(year);
            if (next != null && next - year - 1 <= LARGEST_GAP) {
                for (int between = year + 1; between < next; between++) {
                    years.add(between);
                }
            }
        }
        return years;
    }
}
