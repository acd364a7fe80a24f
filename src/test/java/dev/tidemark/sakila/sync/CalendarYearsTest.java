package dev.tidemark.sakila.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.support.Randomly;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalendarYearsTest {
    @Test
    void withoutFactsThereAreThisYearAndTheNext() {
        assertEquals(years("2026-2027"), CalendarYears.around(Set.of(), 2026));
    }

    @Test
    void theFewYearsBetweenAreThereToo() {
        assertEquals(years("2005-2027"), CalendarYears.around(Set.of(2005, 2006), 2026));
        assertEquals(years("1995-2027"), CalendarYears.around(Set.of(1995), 2026));
    }

    @Test
    void manyYearsBetweenAreNot() {
        assertEquals(years("1994 2026-2027"), CalendarYears.around(Set.of(1994), 2026));
        assertEquals(years("0 2026-2027 9999"), CalendarYears.around(Set.of(9999, 0), 2026));
    }

    @Test
    void neededYearsAreThereAndOnlyShortGapsAreFilled() {
        Randomly.repeat(500, CalendarYearsTest::checkRandomYears);
    }

    private static void checkRandomYears(Random random) {
        Set<Integer> facts = random.ints(random.nextInt(6), 1900, 2200).boxed().collect(Collectors.toSet());
        TreeSet<Integer> needed = new TreeSet<>(facts);
        needed.addAll(Set.of(2026, 2027));
        SortedSet<Integer> years = CalendarYears.around(facts, 2026);
        assertTrue(years.containsAll(needed));
        for (int year = needed.first(); year <= needed.last(); year++) {
            boolean inShortGap = needed.higher(year - 1) - needed.lower(year + 1) - 1 <= 30;
            assertEquals(inShortGap, years.contains(year), "" + year);
        }
        assertEquals(needed.first(), years.first());
        assertEquals(needed.last(), years.last());
    }

    private static TreeSet<Integer> years(String ranges) {
        TreeSet<Integer> years = new TreeSet<>();
        for (String range : ranges.split(" ")) {
            String[] ends = range.split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(years::add);
        }
        return years;
    }
}
