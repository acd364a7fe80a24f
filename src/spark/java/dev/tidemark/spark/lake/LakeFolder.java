package dev.tidemark.spark.lake;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

import dev.tidemark.failure.Causes;
import dev.tidemark.failure.TidemarkException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The folder of a lake, on any file system that Spark knows. Every failure here is a
 * {@linkplain dev.tidemark.failure.Reason#WAREHOUSE warehouse failure} with a hint.
 *
 * @param uri the folder
 * @param settings of the file systems, as the driver has them
 */
public record LakeFolder(String uri, SerializableConfiguration settings) implements Serializable {
    static final String DATA = "data";
    static final String DRAFTS = "drafts";

    /** A path in the lake by its name within the folder. */
    public Path path(String name) {
        return new Path(uri, name);
    }

    /** The absolute address of the folder, without a slash at the end: the same however the user writes it. */
    public String address() {
        return asking(() -> files().makeQualified(new Path(uri)).toString().replaceFirst("/$", ""));
    }

    /** A name that no other file has, in the folder {@code within}. */
    static String freshName(String within, String ending) {
        return within + "/" + UUID.randomUUID() + ending;
    }

    /** The settings of file systems. */
    public Configuration configuration() {
        return settings.value();
    }

    /** The names of the files in this folder of the lake, ordered; none if there is no such folder. */
    List<String> names(String folder) {
        return asking(() -> {
            Path path = path(folder);
            return files().exists(path)
                    ? Stream.of(files().listStatus(path)).map(FileStatus::getPath).map(Path::getName).sorted().toList()
                    : List.of();
        });
    }

    /** The content of a file. */
    byte[] read(String name) {
        return asking(() -> {
            try (var in = files().open(path(name))) {
                return in.readAllBytes();
            }
        });
    }

    /** Writes a file that nobody reads before it gets another name, and returns its name. */
    String draft(byte[] content) {
        return asking(() -> {
            String draft = freshName(DRAFTS, "");
            try (var out = files().create(path(draft), false)) {
                out.write(content);
            }
            return draft;
        });
    }

    /** Gives a file another name, which no file has. */
    void rename(String from, String to) {
        asking(() -> {
            if (!files().rename(path(from), path(to))) {
                throw new IOException("The file " + from + " cannot be renamed to " + to);
            }
            return to;
        });
    }

    /**
     * Makes a file appear with its whole content in one step: by a conditional creation where the store offers one, as
     * object stores do, elsewhere by renaming, which must be atomic there.
     *
     * @return false if there is a file of this name, which stays
     */
    boolean publish(String name, byte[] content) {
        return asking(() -> files().hasPathCapability(path(name), FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)
                ? createIfAbsent(name, content)
                : renameIfAbsent(name, content));
    }

    // The object appears when it is closed; the store refuses it then if there is one of this name.
    private boolean createIfAbsent(String name, byte[] content) throws IOException {
        FSDataOutputStreamBuilder<?, ?> creation = files().createFile(path(name)).overwrite(false);
        creation.must(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE, true);
        try (var out = creation.build()) {
            out.write(content);
        } catch (IOException failure) {
            // Each store has an exception of its own for this, and an answer may be lost.
            if (files().exists(path(name))) {
                return Arrays.equals(content, read(name));
            }
            throw failure;
        }
        return true;
    }

    private boolean renameIfAbsent(String name, byte[] content) throws IOException {
        String draft = draft(content);
        try {
            FileContext.getFileContext(path(name).toUri(), configuration())
                    .rename(path(draft), path(name), Rename.NONE);
            return true;
        } catch (FileAlreadyExistsException another) {
            delete(draft);
            return false;
        }
    }

    /** Creates a folder where it is missing. */
    void create(String folder) {
        asking(() -> files().mkdirs(path(folder)));
    }

    /** Deletes a file or a folder with all its files; there may be none. */
    void delete(String name) {
        asking(() -> files().delete(path(name), true));
    }

    /** Deletes data files and drafts that are older than the file {@code mark}, except {@code needed}. */
    void deleteOlder(String mark, Set<String> needed) {
        long time = asking(() -> files().getFileStatus(path(mark)).getModificationTime());
        Stream.of(DATA, DRAFTS)
                .flatMap(folder -> filesIn(folder).entrySet().stream())
                .filter(file -> file.getValue().getModificationTime() < time && !needed.contains(file.getKey()))
                .forEach(file -> delete(file.getKey()));
    }

    /** The bytes of each data file, by its name. */
    public Map<String, Long> dataBytes() {
        Map<String, Long> bytes = new HashMap<>();
        filesIn(DATA).forEach((name, file) -> bytes.put(name, file.getLen()));
        return bytes;
    }

    // By name, also those in folders below; none if there is no such folder.
    private Map<String, FileStatus> filesIn(String folder) {
        return asking(() -> {
            Map<String, FileStatus> found = new HashMap<>();
            if (files().exists(path(folder))) {
                URI root = files().getFileStatus(path(folder)).getPath().getParent().toUri();
                RemoteIterator<LocatedFileStatus> all = files().listFiles(path(folder), true);
                while (all.hasNext()) {
                    FileStatus file = all.next();
                    found.put(file.getPath().toUri().getPath().substring(root.getPath().length() + 1), file);
                }
            }
            return found;
        });
    }

    /** Runs {@code work} that reads the data file {@code name}; explains its failure. */
    <R> R reading(String name, Work<R> work) {
        try {
            return work.run();
        } catch (IOException | RuntimeException unreadable) {
            // Parquet says in many ways that a file is none, is damaged or has other columns.
            throw TidemarkException.warehouse(
                    "The file " + name + " of the lake " + uri + " cannot be read: " + Causes.firstLine(unreadable),
                    "full-load, which writes every file anew",
                    unreadable);
        }
    }

    /** Runs {@code work} on the lake's files; explains its failure. */
    <R> R asking(Work<R> work) {
        return Causes.explaining(
                () -> {
                    try {
                        return work.run();
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    } catch (FSError failure) {
                        // A local file system reports a full disk so: an error that holds the failure.
                        throw new UncheckedIOException(new IOException(failure.getCause().getMessage(), failure));
                    }
                },
                failure -> Causes.of(failure)
                        .filter(IOException.class::isInstance)
                        .findFirst()
                        .map(cause -> TidemarkException.warehouse(
                                "The lake " + uri + " cannot be used: " + Causes.firstLine(cause),
                                "check that the folder can be read and written from every machine of the cluster, and"
                                        + " that it has room",
                                failure)));
    }

    private FileSystem files() throws IOException {
        try {
            return FileSystem.get(new Path(uri).toUri(), configuration());
        } catch (RuntimeException | NoClassDefFoundError failure) {
            // Hadoop wraps the first in a RuntimeException, and its S3 module fails by the second without Amazon's library.
            if (Causes.of(failure).anyMatch(ClassNotFoundException.class::isInstance)) {
                throw TidemarkException.warehouse(
                        "The lake " + uri + " cannot be used: Spark has no library for its file system: "
                                + Causes.firstLine(failure),
                        "on S3, spark-submit --packages org.apache.hadoop:hadoop-aws:VERSION, the version of Spark's Hadoop",
                        failure);
            }
            throw failure;
        }
    }

    /** Work on files. */
    @FunctionalInterface
    interface Work<R> {
        R run() throws IOException;
    }
}
