package dev.tidemark.table;

import static dev.tidemark.sakila.star.DimCategoryTable.DIM_CATEGORY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tidemark.sakila.star.DimCategoryTable.DimCategory;
import dev.tidemark.support.Randomly;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A walk over two sides in key order visits each row once. */
class RowMergeTest {
    @Test
    void eachRowIsMissingExtraOnBothSidesOrADuplicate() {
        assertEquals(
                List.of("missing 1", "both 2", "duplicate 2", "duplicate 2", "extra 3", "missing 4", "extra 5"),
                walk(List.of(1L, 2L, 4L), List.of(2L, 2L, 2L, 3L, 5L)));
    }

    @Test
    void anExtraRowCanBeADuplicateToo() {
        assertEquals(List.of("extra 7", "duplicate 7"), walk(List.of(), List.of(7L, 7L)));
    }

    @Test
    void anEmptySideIsFine() {
        assertEquals(List.of(), walk(List.of(), List.of()));
        assertEquals(List.of("missing 1", "missing 2"), walk(List.of(1L, 2L), List.of()));
    }

    @Test
    void itAgreesWithAMapOfBothSides() {
        Randomly.repeat(500, RowMergeTest::walkRandomRows);
    }

    private static void walkRandomRows(Random random) {
        List<Long> source = random.longs(random.nextInt(20), 0, 25).distinct().sorted().boxed().toList();
        List<Long> warehouse = random.longs(random.nextInt(20), 0, 25).sorted().boxed().toList();
        TreeMap<Long, List<String>> expected = new TreeMap<>();
        source.forEach(key -> expected.put(key, new ArrayList<>(List.of("missing " + key))));
        for (long key : warehouse) {
            List<String> told = expected.computeIfAbsent(key, any -> new ArrayList<>());
            if (told.isEmpty()) {
                told.add("extra " + key);
            } else if (told.equals(List.of("missing " + key))) {
                told.set(0, "both " + key);
            } else {
                told.add("duplicate " + key);
            }
        }
        assertEquals(expected.values().stream().flatMap(List::stream).toList(), walk(source, warehouse));
    }

    private static List<String> walk(List<Long> source, List<Long> warehouse) {
        List<String> told = new ArrayList<>();
        RowMerge.walk(
                DIM_CATEGORY,
                source.stream().map(RowMergeTest::row).iterator(),
                warehouse.stream().map(RowMergeTest::row).iterator(),
                new RowMerge.Visitor<DimCategory>() {
                    @Override
                    public void missing(DimCategory row) {
                        told.add("missing " + row.categoryId());
                    }

                    @Override
                    public void extra(DimCategory row) {
                        told.add("extra " + row.categoryId());
                    }

                    @Override
                    public void both(DimCategory there, DimCategory here) {
                        assertEquals(there.categoryId(), here.categoryId());
                        told.add("both " + there.categoryId());
                    }

                    @Override
                    public void duplicate(DimCategory row) {
                        told.add("duplicate " + row.categoryId());
                    }
                });
        return told;
    }

    private static DimCategory row(long key) {
        return new DimCategory(key, "any", null);
    }
}
