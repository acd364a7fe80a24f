package dev.tidemark.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.ibatis.cursor.Cursor;

/** Reads rows that stream from a database. */
public final class Cursors {
    private Cursors() {}

    /** Returns the result of {@code reader} on the rows, and closes them. */
    public static <R, T> T read(Cursor<R> rows, Function<Iterator<R>, T> reader) {
        try (rows) {
            return reader.apply(rows.iterator());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
