package dev.tidemark.spark.lake;

import dev.tidemark.table.Key;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongPredicate;
import org.apache.parquet.example.data.Group;

/** The rows of several files of a table in ascending order of keys; only one row of each file is in memory. */
final class MergedRows implements Iterator<Group>, AutoCloseable {
    private final PriorityQueue<FileRows> files = new PriorityQueue<>(Comparator.comparing(FileRows::key));
    private final List<FileRows> opened = new ArrayList<>();

    /**
     * The rows of {@code files}.
     *
     * @param wanted tells by the leading key of a row whether it is one of them
     */
    static MergedRows of(LakeFolder lake, LakeTable<?> table, List<DataFile> files, LongPredicate wanted)
            throws IOException {
        MergedRows rows = new MergedRows();
        try {
            for (DataFile file : files) {
                rows.add(new FileRows(lake, table, file, wanted));
            }
            return rows;
        } catch (RuntimeException failure) {
            rows.close();
            throw failure;
        }
    }

    @Override
    public boolean hasNext() {
        return !files.isEmpty();
    }

    /** The key of the next row; an error at the end. */
    Key key() {
        return files.element().key();
    }

    @Override
    public Group next() {
        FileRows first = files.remove();
        Group row = first.row();
        first.next();
        refill(first);
        return row;
    }

    @Override
    public void close() throws IOException {
        for (FileRows file : opened) {
            file.close();
        }
    }

    private void add(FileRows file) {
        opened.add(file);
        refill(file);
    }

    private void refill(FileRows file) {
        if (file.row() != null) {
            files.add(file);
        }
    }
}
