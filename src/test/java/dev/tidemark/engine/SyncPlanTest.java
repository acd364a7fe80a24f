package dev.tidemark.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tidemark.database.WarehouseSession;
import dev.tidemark.orm.TargetTable;
import dev.tidemark.support.Randomly;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each table comes after those that it depends on. */
class SyncPlanTest {
    @Test
    void tablesComeAfterThoseTheyDependOnAndElseByName() {
        assertEquals(
                List.of("a", "b", "facts", "calendar"),
                order(table("calendar", "facts"), table("facts", "b", "a"), table("b"), table("a")));
    }

    @Test
    void theOrderIsTheSameWhateverOrderTheStrategiesComeIn() {
        Randomly.repeat(200, SyncPlanTest::planRandomTables);
    }

    @Test
    void aCircleIsRefusedAndNamed() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class, () -> order(table("a", "b"), table("b", "c"), table("c", "a")));
        assertEquals("Tables depend on each other: [a, b, c] and again a", failure.getMessage());
        assertThrows(IllegalArgumentException.class, () -> order(table("a", "a")));
    }

    @Test
    void aTableWithoutAStrategyIsNamed() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> order(table("facts", "films")));
        assertEquals("facts depends on films, which has no strategy", failure.getMessage());
    }

    @Test
    void twoStrategiesForOneTableAreRefused() {
        IllegalArgumentException failure =
                assertThrows(IllegalArgumentException.class, () -> order(table("a"), table("a")));
        assertEquals("There are two strategies for a", failure.getMessage());
    }

    private static void planRandomTables(Random random) {
        List<DerivedSync<?>> tables = new ArrayList<>();
        for (int number = 0; number < 1 + random.nextInt(12); number++) {
            String[] needed = random.ints(random.nextInt(4), 0, Math.max(1, number))
                    .filter(other -> other < tables.size())
                    .mapToObj(other -> "t" + other)
                    .toArray(String[]::new);
            tables.add(table("t" + number, needed));
        }
        List<String> order = order(tables.toArray(DerivedSync<?>[]::new));
        Collections.shuffle(tables, random);
        assertEquals(order, order(tables.toArray(DerivedSync<?>[]::new)));
        Set<String> before = new HashSet<>();
        for (TableSync table : SyncPlan.of(tables).tables()) {
            assertTrue(before.containsAll(table.dependsOn()), table.name() + " comes too early in " + order);
            before.add(table.name());
        }
        assertEquals(tables.size(), before.size());
    }

    private static List<String> order(DerivedSync<?>... tables) {
        return SyncPlan.of(List.of(tables)).tables().stream().map(TableSync::name).toList();
    }

    private static DerivedSync<?> table(String name, String... needed) {
        return new Named(name, new HashSet<>(List.of(needed)));
    }

    /** A strategy that has a name and nothing to do. */
    private record Named(String name, Set<String> dependsOn) implements DerivedSync<Object> {
        @Override
        public TargetTable<Object> target() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Stream<Object> expectedRows(WarehouseSession session, LocalDate today) {
            return Stream.empty();
        }
    }
}
