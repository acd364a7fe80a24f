package dev.tidemark.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.ibatis.cursor.Cursor;

/** Rows that stream from a database. */
public final class Cursors {
    private Cursors() {}

    /** What {@code reader} makes of the rows; they are closed when it ends. */
    public static <R, T> T read(Cursor<R> rows, Function<Iterator<R>, T> reader) {
        try (rows) {
            return reader.apply(rows.iterator());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
