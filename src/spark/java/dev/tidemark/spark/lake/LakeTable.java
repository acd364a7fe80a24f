package dev.tidemark.spark.lake;

import dev.tidemark.failure.TidemarkException;
import dev.tidemark.table.Column;
import dev.tidemark.table.Key;
import dev.tidemark.table.KeyColumns;
import dev.tidemark.table.TargetColumn;
import dev.tidemark.table.TargetTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/**
 * A table of the star as Parquet: its columns with the types that analysts expect, and first its surrogate key, which
 * is the natural key.
 *
 * @param table the table
 * @param columns its columns in order
 * @param noted the columns whose distinct values a version knows
 * @param <T> the record of a row
 */
public record LakeTable<T>(TargetTable<T> table, List<LakeColumn<T>> columns, Map<String, TargetColumn<T>> noted) {
    /**
     * The table of the lake for a table of the star.
     *
     * @param noted the columns whose distinct values a version knows, of this table and others
     */
    public static <T> LakeTable<T> of(TargetTable<T> table, Collection<Column<Long>> noted) {
        List<LakeColumn<T>> columns = new ArrayList<>();
        table.surrogateKey()
                .ifPresent(key -> columns.add(LakeColumn.of(key, row -> table.keyOf(row).leading())));
        table.columns().forEach(column -> columns.add(LakeColumn.of(column.column(), column.value())));
        return new LakeTable<>(
                table,
                List.copyOf(columns),
                table.columns().stream()
                        .filter(column -> noted.contains(column.column()))
                        .collect(Collectors.toMap(TargetColumn::name, Function.identity())));
    }

    /** Its name. */
    public String name() {
        return table.name();
    }

    /** Its columns in the words of Parquet. */
    public MessageType schema() {
        return new MessageType(name(), columns.stream().<org.apache.parquet.schema.Type>map(LakeColumn::type).toList());
    }

    /** The name that the lake has for a column which the star calls {@code name}. */
    public String nameOf(String name) {
        return LakeColumn.nameOf(column(name));
    }

    /** A value of a column which the star calls {@code name}, as text, in the unit of the lake; null stays null. */
    public String shown(String name, String value) {
        return value != null && column(name).type() == Column.Type.CENTS
                ? LakeColumn.amount(Long.parseLong(value)).toString()
                : value;
    }

    private Column<?> column(String name) {
        return table.columns().stream()
                .<Column<?>>map(TargetColumn::column)
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The natural key of a row of a file. */
    Key keyOf(Group row) {
        KeyColumns key = table.key();
        long leading = row.getLong(key.leading().name(), 0);
        return key.isPair() ? Key.of(leading, row.getLong(key.following().name(), 0)) : Key.of(leading);
    }

    /** The leading value of a row's natural key. */
    long leadingKeyOf(T row) {
        return table.keyOf(row).leading();
    }

    /** A tally for a file of this table. */
    public Tally tally() {
        return new Tally(List.copyOf(noted.keySet()));
    }

    /** Notes a row. */
    public void note(T row, Tally tally) {
        tally.add(leadingKeyOf(row), column -> (Long) noted.get(column).value().apply(row));
    }

    /** Writes a row. A value that does not fit its column is a source failure that names the row. */
    void write(T row, RecordConsumer consumer) {
        consumer.startMessage();
        for (int index = 0; index < columns.size(); index++) {
            write(columns.get(index), index, row, consumer);
        }
        consumer.endMessage();
    }

    private void write(LakeColumn<T> column, int index, T row, RecordConsumer consumer) {
        try {
            column.write(consumer, index, row);
        } catch (ArithmeticException unfit) {
            throw TidemarkException.source(
                    "The lake cannot hold the " + column.type().getName() + " of " + name() + " "
                            + table.key().describe(table.keyOf(row)) + ": " + unfit.getMessage(),
                    "mend that row of the source; amounts have ten digits, two of them decimals",
                    unfit);
        }
    }
}
