package dev.tidemark.sqlite;

import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.sqlite.SQLiteJDBCLoader;

/**
 * SQLite's native library. The driver unpacks it to a file and deletes that when the JVM ends, but not if the process
 * is killed. This class deletes the file as soon as it is loaded.
 */
final class SqliteLibrary {
    private static final String FOLDER = "org.sqlite.tmpdir";
    private static final String INSTALLED = "org.sqlite.lib.path";
    private static boolean loaded;

    private SqliteLibrary() {}

    /**
     * Loads the library if it is not loaded yet. If a system property names its file or folder, the driver loads it.
     */
    static synchronized void load() {
        if (!loaded && System.getProperty(INSTALLED) == null && System.getProperty(FOLDER) == null) {
            try {
                loadFrom(Files.createTempDirectory("tidemark-"));
            } catch (Exception failure) {
                throw TidemarkException.warehouse(
                        "SQLite's library cannot be loaded: " + failure.getMessage(),
                        "check the folder for temporary files (java.io.tmpdir): the library is unpacked to it",
                        failure);
            }
        }
        loaded = true;
    }

    private static void loadFrom(Path folder) throws Exception {
        System.setProperty(FOLDER, folder.toString());
        try {
            SQLiteJDBCLoader.initialize();
        } finally {
            System.clearProperty(FOLDER);
            delete(folder);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> unpacked = Files.list(folder)) {
            List<Path> files = unpacked.toList();
            for (Path file : files) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException systemKeepsLoadedFiles) {
            // Then the driver deletes them at the end.
            return;
        }
    }
}
