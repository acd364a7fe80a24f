package dev.tidemark.copy.validation;

import dev.tidemark.copy.plan.CopyColumn;
import dev.tidemark.copy.plan.CopyTable;
import dev.tidemark.copy.validation.CopyDifference.Column;
import dev.tidemark.copy.validation.CopyDifference.Kind;
import dev.tidemark.copy.value.ColumnType;
import dev.tidemark.copy.value.TypedText;
import dev.tidemark.copy.value.Values;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares rows of a table as they should be with those of the target. */
final class RowComparison {
    private static final int SHOWN = 200;

    private final CopyTable table;
    private final ContentChecksum sourceChecksum = new ContentChecksum();
    private final ContentChecksum targetChecksum = new ContentChecksum();
    private final Map<Integer, BigDecimal> sums = new TreeMap<>();
    private final List<CopyDifference> samples = new ArrayList<>();
    private long different;
    private long missing;

    RowComparison(CopyTable table) {
        this.table = table;
        summed(table).forEach(position -> sums.put(position, BigDecimal.ZERO));
    }

    /**
     * Compares a row.
     *
     * @param key its key in the source, as people write it
     * @param expected its typed values
     * @param actual those of the target; null if it has no such row
     */
    void compare(String key, Object[] expected, Object[] actual) {
        sourceChecksum.add(expected);
        sums.replaceAll((position, sum) -> sum.add(number(expected[position])));
        if (actual == null) {
            missing++;
            note(new CopyDifference(Kind.MISSING, key, List.of()));
            return;
        }
        targetChecksum.add(actual);
        List<Column> columns = differences(expected, actual);
        if (!columns.isEmpty()) {
            different(key, columns);
        }
    }

    /** Notes a row that differs in these columns. */
    void different(String key, List<Column> columns) {
        different++;
        note(new CopyDifference(Kind.DIFFERENT, key, columns));
    }

    long different() {
        return different;
    }

    long missing() {
        return missing;
    }

    List<CopyDifference> samples() {
        return List.copyOf(samples);
    }

    String sourceChecksum() {
        return sourceChecksum.toString();
    }

    String targetChecksum() {
        return targetChecksum.toString();
    }

    /** The sums of columns of numbers, by position. */
    Map<Integer, BigDecimal> sums() {
        return sums;
    }

    private void note(CopyDifference difference) {
        if (samples.size() < CopyTableCheck.SAMPLES) {
            samples.add(difference);
        }
    }

    private List<Column> differences(Object[] expected, Object[] actual) {
        return IntStream.range(0, expected.length)
                .filter(position -> !Values.equal(expected[position], actual[position]))
                .mapToObj(position -> new Column(
                        table.columns().get(position).source(), text(expected[position]), text(actual[position])))
                .toList();
    }

    // Keys and references are numbers, but no amounts; the sum of binary fractions depends on their order.
    private static Stream<Integer> summed(CopyTable table) {
        return IntStream.range(0, table.columns().size())
                .boxed()
                .filter(position -> isExact(table.columns().get(position)))
                .filter(position -> !table.key().contains(position) && !table.targetKey().contains(position))
                .filter(position -> table.references().stream()
                        .noneMatch(reference -> reference.columns().contains(position)));
    }

    private static boolean isExact(CopyColumn column) {
        return column.type() instanceof ColumnType.Whole || column.type() instanceof ColumnType.Decimal;
    }

    private static BigDecimal number(Object value) {
        return switch (value) {
            case Long whole -> BigDecimal.valueOf(whole);
            case BigDecimal decimal -> decimal;
            case null, default -> BigDecimal.ZERO;
        };
    }

    private static String text(Object value) {
        String text = value == null ? null : TypedText.of(value);
        return text == null || text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
