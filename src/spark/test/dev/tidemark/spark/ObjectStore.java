package dev.tidemark.spark;

import static org.apache.hadoop.fs.Options.CreateFileOptionKeys.FS_OPTION_CREATE_CONDITIONAL_OVERWRITE;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.spark.sql.SparkSession;

/** Local files as an object store offers them: a file appears when it is closed, and only if there is none. */
public final class ObjectStore extends RawLocalFileSystem {
    /** The scheme of its addresses. */
    public static final String SCHEME = "objects";

    /** Makes it known to a session. */
    public static void addTo(SparkSession session) {
        session.sparkContext().hadoopConfiguration().set("fs." + SCHEME + ".impl", ObjectStore.class.getName());
    }

    @Override
    public URI getUri() {
        return URI.create(SCHEME + ":///");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public boolean hasPathCapability(Path path, String capability) throws IOException {
        return capability.equals(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE) || super.hasPathCapability(path, capability);
    }

    // Hadoop declares the type without its arguments.
    @SuppressWarnings("rawtypes")
    @Override
    public FSDataOutputStreamBuilder createFile(Path path) {
        return new ConditionalCreation(this, path);
    }

    private static final class ConditionalCreation
            extends FSDataOutputStreamBuilder<FSDataOutputStream, ConditionalCreation> {
        private ConditionalCreation(FileSystem files, Path path) {
            super(files, path);
        }

        @Override
        public ConditionalCreation getThisBuilder() {
            return this;
        }

        @Override
        public FSDataOutputStream build() throws IOException {
            if (!getMandatoryKeys().contains(FS_OPTION_CREATE_CONDITIONAL_OVERWRITE)) {
                throw new IOException("An unconditional creation");
            }
            java.nio.file.Path file = java.nio.file.Path.of(getPath().toUri().getPath());
            ByteArrayOutputStream object = new ByteArrayOutputStream() {
                @Override
                public void close() throws IOException {
                    Files.write(file, toByteArray(), StandardOpenOption.CREATE_NEW);
                }
            };
            return new FSDataOutputStream(object, null);
        }
    }
}
