package dev.tidemark.spark.load;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.FileRewriter;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.table.KeySpans;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Writes a file anew on an executor, without rows that are to be replaced.
 *
 * @param table the name of the table of the star
 * @param keys the leading keys of the rows to leave out
 */
record RewriteTask(LakeFolder lake, String table, Broadcast<KeySpans> keys)
        implements FlatMapFunction<DataFile, DataFile> {
    @Override
    public Iterator<DataFile> call(DataFile file) {
        return FileRewriter.without(lake, StarPlan.lakeTable(StarPlan.sync(table).target()), file, keys.value())
                .stream()
                .iterator();
    }
}
