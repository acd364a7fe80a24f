package dev.tidemark.spark.validation;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.load.StarPlan;
import dev.tidemark.star.Period;
import dev.tidemark.table.KeyMap;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/** Reads a file on an executor. */
record ScanTask(LakeFolder lake, Period period, Broadcast<ScanTask.Keys> keys)
        implements FlatMapFunction<ScanTask.Input, TableScan.Found> {
    /** A file of a table. */
    record Input(String table, DataFile file) implements Serializable {}

    /** The keys that a {@link TableScan} knows. */
    record Keys(TreeMap<String, KeyMap> tables) implements Serializable {
        Keys(Map<String, KeyMap> tables) {
            this(new TreeMap<>(tables));
        }
    }

    @Override
    public Iterator<TableScan.Found> call(Input input) {
        TableScan scan = new TableScan(lake, keys.value().tables(), period);
        return List.of(scan.read(StarPlan.sync(input.table()), input.file())).iterator();
    }
}
