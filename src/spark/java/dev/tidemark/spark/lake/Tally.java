package dev.tidemark.spark.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** Notes what a version has to know of a file while its rows are written. */
public final class Tally {
    private final Map<String, SortedSet<Long>> values = new LinkedHashMap<>();
    private long rows;
    private long firstKey = Long.MAX_VALUE;
    private long lastKey = Long.MIN_VALUE;

    /** A tally that notes the distinct values of these columns. */
    Tally(List<String> columns) {
        columns.forEach(column -> values.put(column, new TreeSet<>()));
    }

    /**
     * Notes a row.
     *
     * @param key its leading key
     * @param value its value in a column; null for NULL
     */
    void add(long key, Function<String, Long> value) {
        rows++;
        firstKey = Math.min(firstKey, key);
        lastKey = Math.max(lastKey, key);
        values.forEach((column, noted) -> {
            Long found = value.apply(column);
            if (found != null) {
                noted.add(found);
            }
        });
    }

    /** The number of rows. */
    long rows() {
        return rows;
    }

    /** The file of this name. */
    public DataFile file(String name) {
        return new DataFile(name, rows, firstKey, lastKey, values);
    }
}
