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
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Totals that source and target compute each by its own means, to be compared: rows, and the sum of an amount, by the
 * row of a dimension that they refer to. How the source comes to that row is what the strategy's references say.
 *
 * @param group what a row of the dimension is, such as {@code store}
 * @param reference the target's column that refers to the dimension
 * @param amount what is summed up; empty for nothing
 */
public record ControlTotals(String group, Column<Long> reference, Optional<Amount> amount) {
    /**
     * An amount on both sides.
     *
     * @param source the source's column
     * @param cents an amount of the source in cents
     * @param target the target's column, in cents
     */
    public record Amount(Column<BigDecimal> source, ToLongFunction<BigDecimal> cents, Column<Long> target) {}

    /** Rows by the row that {@code reference}, a column of the target, refers to. */
    public static ControlTotals by(String group, Column<Long> reference) {
        return new ControlTotals(group, reference, Optional.empty());
    }

    /** The same, and the sum of an amount. */
    public ControlTotals summing(Column<BigDecimal> source, ToLongFunction<BigDecimal> cents, Column<Long> target) {
        return new ControlTotals(group, reference, Optional.of(new Amount(source, cents, target)));
    }

    /** Totals by the natural key of the dimension, of the rows of {@code sync} in {@code scope}, as the source has it. */
    public SortedMap<Long, Total> ofSource(Snapshot source, SourceSync<?, ?> sync, Scope scope) {
        List<GroupTotal> lines = source.totals(
                sync.source(),
                references(sync).map(Reference::path).toList(),
                amount.map(Amount::source),
                scope);
        return totals(lines, amount.map(Amount::cents).orElse(none -> 0));
    }

    /** The same as the target has it. */
    public SortedMap<Long, Total> ofTarget(TargetSession target, SourceSync<?, ?> sync, Scope scope) {
        List<GroupTotal> lines = target.totals(
                sync.target(),
                reference,
                references(sync).flatMap(to -> to.dimension().stream()).findFirst().orElseThrow().table(),
                amount.map(Amount::target),
                scope);
        return totals(lines, BigDecimal::longValueExact);
    }

    private Stream<Reference> references(SourceSync<?, ?> sync) {
        return sync.references().stream()
                .filter(to -> to.dimension().filter(dimension -> dimension.column().equals(reference)).isPresent());
    }

    private static SortedMap<Long, Total> totals(List<GroupTotal> lines, ToLongFunction<BigDecimal> cents) {
        SortedMap<Long, Total> totals = new TreeMap<>();
        lines.forEach(line -> totals.merge(
                line.group() == null ? Total.NO_GROUP : line.group(),
                new Total(line.rows(), cents.applyAsLong(line.amount())),
                Total::plus));
        return totals;
    }
}
