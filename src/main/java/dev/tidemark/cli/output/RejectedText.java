package dev.tidemark.cli.output;

import dev.tidemark.cli.text.TextTable;
import dev.tidemark.copy.load.BadRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Gatherers;
import java.util.stream.Stream;

/** The rows that a copy left out, written as they are read. */
public final class RejectedText {
    private static final int ROWS_A_TABLE = 1_000;

    private RejectedText() {}

    /**
     * The rows as tables of {@value #ROWS_A_TABLE} rows, each as {@code layout} changes it, or {@code none} if there
     * is no row; returns their number.
     */
    public static long text(Writer out, Stream<BadRow> rows, UnaryOperator<String> layout, String none) {
        AtomicLong count = new AtomicLong();
        rows.gather(Gatherers.windowFixed(ROWS_A_TABLE)).forEach(page -> {
            String table = TextTable.of(
                    List.of("table", "key~", "reason~"),
                    page.stream().map(row -> List.of(row.table(), row.key(), row.reason())).toList());
            write(out, (count.getAndAdd(page.size()) == 0 ? "" : "\n") + layout.apply(table) + "\n");
        });
        if (count.get() == 0) {
            write(out, none);
        }
        return count.get();
    }

    /** The rows as a list of JSON; returns their number. */
    public static long json(Writer out, Stream<BadRow> rows) {
        AtomicLong count = new AtomicLong();
        JsonStream.write(out, json -> {
            json.writeStartArray();
            rows.forEach(row -> {
                json.writeStartObject();
                json.writeStringProperty("table", row.table());
                json.writeStringProperty("key", row.key());
                json.writeStringProperty("reason", row.reason());
                json.writeEndObject();
                count.incrementAndGet();
            });
            json.writeEndArray();
        });
        return count.get();
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
