package dev.tidemark.sqlite;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.graalvm.nativeimage.ImageInfo;
import org.graalvm.nativeimage.ProcessProperties;
import org.sqlite.NativeLibraryNotFoundException;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;

/**
 * SQLite's native library. If a system property names its file, as the launcher does, or if it lies beside the native
 * executable, it is loaded from there. Otherwise it is unpacked to a temporary file, which is deleted as soon as it is
 * loaded: the driver would delete it only when the process ends, and not if that is killed.
 */
final class SqliteLibrary {
    private static final String FOLDER = "org.sqlite.lib.path";
    private static final String NAME = "org.sqlite.lib.name";
    private static final boolean IS_NATIVE = System.getProperty(ImageInfo.PROPERTY_IMAGE_CODE_KEY) != null;
    private static boolean loaded;

    private SqliteLibrary() {}

    /** Loads the library if it is not loaded yet. */
    static synchronized void load() {
        if (!loaded) {
            try {
                loadWhatThereIs();
            } catch (Exception failure) {
                throw notLoaded(FileProblem.of(failure), failure);
            } catch (UnsatisfiedLinkError failure) {
                // The message begins with the file's name twice.
                throw notLoaded(failure.getMessage().replaceFirst("^(.+: )\\1", "$1"), failure);
            }
            loaded = true;
        }
    }

    private static void loadWhatThereIs() throws Exception {
        if (System.getProperty(FOLDER) != null) {
            SQLiteJDBCLoader.initialize();
        } else if (IS_NATIVE && Files.isReadable(besideTheExecutable())) {
            load(besideTheExecutable());
        } else {
            unpackAndLoad();
        }
    }

    private static Path besideTheExecutable() {
        return Path.of(ProcessProperties.getExecutableName()).resolveSibling(LibraryLoaderUtil.getNativeLibName());
    }

    private static void unpackAndLoad() throws Exception {
        String name = LibraryLoaderUtil.getNativeLibName();
        Path unpacked = Files.createTempFile(temporaryFolder(), "tidemark-", "-" + name);
        try {
            unpack(packedFolder() + "/" + name, unpacked);
            load(unpacked);
        } finally {
            delete(unpacked);
        }
    }

    private static Path temporaryFolder() {
        return Path.of(System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir")))
                .toAbsolutePath();
    }

    // The driver starts a process and reads hundreds of links to learn which C library this system has. A native
    // executable is made for one system, and holds the library for that one alone.
    private static String packedFolder() {
        return IS_NATIVE
                ? "/org/sqlite/native/Linux/" + OSInfo.getArchName()
                : LibraryLoaderUtil.getNativeLibResourcePath();
    }

    private static void unpack(String resource, Path file) throws IOException {
        try (InputStream packed = SqliteLibrary.class.getResourceAsStream(resource);
                OutputStream unpacked = Files.newOutputStream(file)) {
            packed.transferTo(unpacked);
        }
    }

    // By the driver alone: a second copy of the library in one process mixes with the first, and crashes.
    private static void load(Path file) throws Exception {
        System.setProperty(FOLDER, file.getParent().toString());
        System.setProperty(NAME, file.getFileName().toString());
        try {
            SQLiteJDBCLoader.initialize();
        } catch (NativeLibraryNotFoundException unexplained) {
            sayWhy(file);
            throw unexplained;
        } finally {
            System.clearProperty(FOLDER);
            System.clearProperty(NAME);
        }
    }

    // The driver keeps the reason to itself. Trying again tells it.
    @SuppressWarnings("restricted")
    private static void sayWhy(Path file) {
        System.load(file.toString());
    }

    private static void delete(Path unpacked) {
        try {
            Files.delete(unpacked);
        } catch (IOException systemKeepsLoadedFiles) {
            unpacked.toFile().deleteOnExit();
        }
    }

    private static TidemarkException notLoaded(String problem, Throwable failure) {
        return TidemarkException.warehouse(
                "SQLite's library cannot be loaded: " + problem,
                "check the folder " + temporaryFolder() + ", to which it is unpacked: it needs a megabyte and the right"
                        + " to run there; bin/tidemark, and libsqlitejdbc.so beside an executable, spare that",
                failure);
    }
}
