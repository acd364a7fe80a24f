package dev.tidemark.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
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

    /** Returns the result of {@code reader} on the rows of these blocks, and closes them. */
    public static <T> T rows(Cursor<RowBlock> blocks, Function<Iterator<Object[]>, T> reader) {
        return read(blocks, each -> reader.apply(new RowsOf<>(each)));
    }

    /** The same with records. */
    static <R, T> T records(Cursor<RecordBlock<R>> blocks, Function<Iterator<R>, T> reader) {
        return read(blocks, each -> reader.apply(new RowsOf<>(each)));
    }

    private static final class RowsOf<R> implements Iterator<R> {
        private final Iterator<? extends Block<R>> blocks;
        private Iterator<R> rows = Collections.emptyIterator();

        private RowsOf(Iterator<? extends Block<R>> blocks) {
            this.blocks = blocks;
        }

        @Override
        public boolean hasNext() {
            if (!rows.hasNext() && blocks.hasNext()) {
                rows = blocks.next().rows().iterator();
            }
            return rows.hasNext();
        }

        @Override
        public R next() {
            return rows.next();
        }
    }
}
