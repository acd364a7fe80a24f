package dev.tidemark.spark.load;

import dev.tidemark.spark.lake.FilesOfFolder;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.RowDifferences;
import dev.tidemark.table.KeySpans;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Compares rows of a folder on an executor.
 *
 * @param table the name of the table of the star
 * @param keys the leading keys of the rows to compare
 */
record ComparisonTask(LakeFolder lake, String table, Broadcast<KeySpans> keys)
        implements FlatMapFunction<FilesOfFolder, RowDifferences> {
    @Override
    public Iterator<RowDifferences> call(FilesOfFolder files) {
        return List.of(RowDifferences.in(lake, StarPlan.lakeTable(table), files, keys.value())).iterator();
    }
}
