package dev.tidemark.star;

import dev.tidemark.source.Snapshot;
import dev.tidemark.table.Column;
import dev.tidemark.table.GroupTotal;
import dev.tidemark.table.Scope;
import dev.tidemark.target.TargetSession;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Totals that source and target compute independently, to be compared: the number of rows, and the sum of an amount,
 * grouped by a dimension. The strategy's references tell how the source finds the row of the dimension.
 *
 * @param group the kind of group, such as {@code store}
 * @param reference the target's column that refers to the dimension
 * @param amount the amount to sum up; empty for none
 */
public record ControlTotals(String group, Column<Long> reference, Optional<Amount> amount) {
    /**
     * An amount on both sides.
     *
     * @param source the source's column
     * @param cents converts an amount of the source to cents
     * @param target the target's column, in cents
     */
    public record Amount(Column<BigDecimal> source, ToLongFunction<BigDecimal> cents, Column<Long> target) {}

    /** Numbers of rows, grouped by the dimension that {@code reference}, a column of the target, refers to. */
    public static ControlTotals by(String group, Column<Long> reference) {
        return new ControlTotals(group, reference, Optional.empty());
    }

    /** These totals, with the sum of an amount. */
    public ControlTotals summing(Column<BigDecimal> source, ToLongFunction<BigDecimal> cents, Column<Long> target) {
        return new ControlTotals(group, reference, Optional.of(new Amount(source, cents, target)));
    }

    /** The source's totals of the rows of {@code sync} in {@code scope}, by the natural key of the dimension. */
    public SortedMap<Long, Total> ofSource(Snapshot source, SourceSync<?, ?> sync, Scope scope) {
        List<GroupTotal> lines = source.totals(
                sync.source(),
                references(sync).map(Reference::path).toList(),
                amount.map(Amount::source),
                scope);
        return totals(lines, line -> amount.map(sum -> sum.cents().applyAsLong(line)).orElse(null));
    }

    /** The target's totals, likewise. */
    public SortedMap<Long, Total> ofTarget(TargetSession target, SourceSync<?, ?> sync, Scope scope) {
        List<GroupTotal> lines = target.totals(
                sync.target(),
                reference,
                references(sync).flatMap(to -> to.dimension().stream()).findFirst().orElseThrow().table(),
                amount.map(Amount::target),
                scope);
        return totals(lines, line -> amount.isPresent() ? line.longValueExact() : null);
    }

    /** The source's sum over all {@code rows} rows of the table together; no total if there is no amount. */
    public SortedMap<Long, Total> ofWholeSource(Snapshot source, long rows) {
        return whole(rows, sum -> sum.cents().applyAsLong(source.sumOf(sum.source())));
    }

    /** The target's sum, likewise. */
    public SortedMap<Long, Total> ofWholeTarget(TargetSession target, long rows) {
        return whole(rows, sum -> target.sumOf(sum.target()));
    }

    /** The total of a group without a row. */
    public Total ofNoRow() {
        return new Total(0, amount.isPresent() ? 0L : null);
    }

    private Stream<Reference> references(SourceSync<?, ?> sync) {
        return sync.references().stream()
                .filter(to -> to.dimension().filter(dimension -> dimension.column().equals(reference)).isPresent());
    }

    private SortedMap<Long, Total> whole(long rows, ToLongFunction<Amount> cents) {
        SortedMap<Long, Total> totals = new TreeMap<>();
        amount.ifPresent(sum -> totals.put(Total.WHOLE_TABLE, new Total(rows, cents.applyAsLong(sum))));
        return totals;
    }

    private static SortedMap<Long, Total> totals(List<GroupTotal> lines, Function<BigDecimal, Long> cents) {
        SortedMap<Long, Total> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(
                line.group() == null ? Total.NO_GROUP : line.group(),
                new Total(line.rows(), cents.apply(line.amount())),
                Total::plus));
        return totals;
    }
}
