package dev.tidemark.spark.load;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.FilesOfFolder;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.spark.lake.RowDifferences;
import dev.tidemark.table.KeySpans;
import java.util.List;

/**
 * Compares rows of a table by their natural keys, a task for each folder.
 *
 * @param tasks runs the tasks
 * @param lake the folder of the lake
 */
record RowComparison(Tasks tasks, LakeFolder lake) {
    /** How the rows in {@code fresh} differ from those in {@code before} that have one of these leading keys. */
    RowDifferences of(String table, List<DataFile> before, KeySpans keys, List<DataFile> fresh) {
        List<FilesOfFolder> folders =
                FilesOfFolder.of(before.stream().filter(file -> file.mayHold(keys)).toList(), fresh);
        return RowDifferences.of(
                tasks.run(folders, keys, sent -> new ComparisonTask(lake, table, sent)));
    }
}
