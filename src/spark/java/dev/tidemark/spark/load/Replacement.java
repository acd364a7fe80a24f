package dev.tidemark.spark.load;

import dev.tidemark.spark.lake.DataFile;
import dev.tidemark.spark.lake.FilesOfFolder;
import dev.tidemark.spark.lake.LakeFolder;
import dev.tidemark.table.KeySpans;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Replaces rows of a table: writes the files anew that may hold such rows, and leaves the others. The small files of a
 * folder become one when there are many of them.
 *
 * @param tasks runs the tasks
 * @param lake the folder of the lake
 */
record Replacement(Tasks tasks, LakeFolder lake) {
    /** A file of fewer rows is small: it is written anew together with others of its folder. */
    private static final long SMALL_ROWS = 500_000;
    /** So many small files may lie in a folder. */
    private static final int MOST_SMALL = 8;

    /**
     * The files of a table after the replacement.
     *
     * @param table the name of the table of the star
     * @param before its files so far
     * @param keys the leading keys of the rows to replace
     * @param fresh files with the rows that take their place, among others that do not count
     */
    List<DataFile> replace(String table, List<DataFile> before, KeySpans keys, List<DataFile> fresh) {
        List<FilesOfFolder> rewritten = FilesOfFolder.of(
                        before, fresh.stream().filter(file -> file.mayHold(keys)).toList())
                .stream()
                .flatMap(folder -> rewritten(folder, keys))
                .toList();
        Set<DataFile> replaced = new HashSet<>();
        rewritten.forEach(files -> replaced.addAll(files.before()));
        List<DataFile> files = new ArrayList<>(before);
        files.removeIf(replaced::contains);
        files.addAll(tasks.run(rewritten, keys, sent -> new RewriteTask(lake, table, sent)));
        return List.copyOf(files);
    }

    // A fresh row counts once, so fresh files go with the small ones.
    private static Stream<FilesOfFolder> rewritten(FilesOfFolder folder, KeySpans keys) {
        List<DataFile> small = folder.before().stream().filter(file -> file.rows() < SMALL_ROWS).toList();
        boolean tooMany = small.size() > MOST_SMALL;
        List<DataFile> together =
                small.stream().filter(file -> tooMany || file.mayHold(keys)).toList();
        return Stream.concat(
                Stream.of(new FilesOfFolder(folder.folder(), together, folder.fresh()))
                        .filter(files -> !files.before().isEmpty() || !files.fresh().isEmpty()),
                folder.before().stream()
                        .filter(file -> file.rows() >= SMALL_ROWS && file.mayHold(keys))
                        .map(file -> new FilesOfFolder(folder.folder(), List.of(file), List.of())));
    }
}
