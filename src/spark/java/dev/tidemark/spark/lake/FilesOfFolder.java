package dev.tidemark.spark.lake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Files of a table in one folder: those so far, and others with rows that may take the place of rows in them.
 *
 * @param folder the folder
 * @param before the files so far
 * @param fresh the others
 */
public record FilesOfFolder(String folder, List<DataFile> before, List<DataFile> fresh) implements Serializable {
    /** These files by folder. */
    public static List<FilesOfFolder> of(List<DataFile> before, List<DataFile> fresh) {
        Map<String, FilesOfFolder> folders = new LinkedHashMap<>();
        before.forEach(file -> of(folders, file).before.add(file));
        fresh.forEach(file -> of(folders, file).fresh.add(file));
        return List.copyOf(folders.values());
    }

    private static FilesOfFolder of(Map<String, FilesOfFolder> folders, DataFile file) {
        return folders.computeIfAbsent(
                file.folder(), folder -> new FilesOfFolder(folder, new ArrayList<>(), new ArrayList<>()));
    }
}
