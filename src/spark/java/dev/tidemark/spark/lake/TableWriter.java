package dev.tidemark.spark.lake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Writes rows of a table to new files, one for each partition that the rows belong to. Few files are open at a time: if
 * rows come in no order, a partition gets several files.
 */
public final class TableWriter<T> implements AutoCloseable {
    static final String ENDING = ".parquet";
    private static final int MOST_OPEN = 24;

    private final LakeFolder lake;
    private final LakeTable<T> table;
    private final Function<T, String> partition;
    /** By partition, the one that was used last at the end. */
    private final Map<String, RowWriter<T>> open = new LinkedHashMap<>(16, 0.75f, true);
    private final List<DataFile> complete = new ArrayList<>();

    /**
     * A writer of {@code table}.
     *
     * @param partition the folder of a row within that of the table; empty for the folder itself
     */
    public TableWriter(LakeFolder lake, LakeTable<T> table, Function<T, String> partition) {
        this.lake = lake;
        this.table = table;
        this.partition = partition;
    }

    /**
     * The files of {@code files} that hold a row; if none does, one without a row, which tells readers the columns.
     */
    public static List<DataFile> readable(LakeFolder lake, LakeTable<?> table, List<DataFile> files) {
        List<DataFile> filled = files.stream().filter(file -> file.rows() > 0).toList();
        return !filled.isEmpty()
                ? filled
                : files.stream().findFirst().map(List::of).orElseGet(() -> List.of(withoutRow(lake, table)));
    }

    private static DataFile withoutRow(LakeFolder lake, LakeTable<?> table) {
        return lake.asking(() -> {
            String name = LakeFolder.freshName(LakeFolder.DATA + "/" + table.name(), ENDING);
            try (RowWriter<?> writer = new RowWriter<>(lake, table, name)) {
                return writer.complete();
            }
        });
    }

    /** Writes a row. */
    public void add(T row) {
        lake.asking(() -> {
            writer(partition.apply(row)).add(row);
            return row;
        });
    }

    /** Completes the files, and returns them. */
    public List<DataFile> complete() {
        return lake.asking(() -> {
            while (!open.isEmpty()) {
                completeOldest();
            }
            return List.copyOf(complete);
        });
    }

    /** Closes files that were not completed: nobody will read them. */
    @Override
    public void close() {
        lake.asking(() -> {
            for (RowWriter<T> writer : open.values()) {
                writer.close();
            }
            open.clear();
            return complete;
        });
    }

    private RowWriter<T> writer(String folder) throws IOException {
        RowWriter<T> known = open.get(folder);
        if (known != null) {
            return known;
        }
        if (open.size() == MOST_OPEN) {
            completeOldest();
        }
        String within = LakeFolder.DATA + "/" + table.name() + (folder.isEmpty() ? "" : "/" + folder);
        RowWriter<T> created = new RowWriter<>(lake, table, LakeFolder.freshName(within, ENDING));
        open.put(folder, created);
        return created;
    }

    private void completeOldest() throws IOException {
        var oldest = open.entrySet().iterator();
        complete.add(oldest.next().getValue().complete());
        oldest.remove();
    }
}
