package dev.tidemark.spark.load;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.FileRewriter;
import dev.tidemark.spark.lake.FilesOfFolder;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.table.KeySpans;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;

/**
 * Writes files of a folder anew as one on an executor.
 *
 * @param table the name of the table of the star
 * @param keys the leading keys of the rows to replace
 */
record RewriteTask(LakeFolder lake, String table, Broadcast<KeySpans> keys)
        implements FlatMapFunction<FilesOfFolder, DataFile> {
    @Override
    public Iterator<DataFile> call(FilesOfFolder files) {
        return FileRewriter.rewrite(lake, StarPlan.lakeTable(table), files, keys.value()).stream().iterator();
    }
}
