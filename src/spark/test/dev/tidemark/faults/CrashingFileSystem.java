package dev.tidemark.faults;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * The local file system, which a process loses as if it crashed: after a number of steps that change something every
 * step fails, until the process restarts.
 */
public final class CrashingFileSystem extends RawLocalFileSystem {
    private static final String FILES = "fs.file.impl";
    private static final String UNCACHED = "fs.file.impl.disable.cache";
    private static final String CONTEXTS = "fs.AbstractFileSystem.file.impl";
    private static final AtomicLong STEPS = new AtomicLong();
    private static volatile long last = Long.MAX_VALUE;

    /** Takes the place of the local file system for those with these settings. */
    static void register(Configuration settings) {
        settings.set(FILES, CrashingFileSystem.class.getName());
        settings.setBoolean(UNCACHED, true);
        settings.set(CONTEXTS, OfContexts.class.getName());
    }

    /** Gives the place back. */
    static void unregister(Configuration settings) {
        settings.unset(FILES);
        settings.unset(UNCACHED);
        settings.unset(CONTEXTS);
    }

    /** Fails every step after the next {@code steps}. */
    static void crashAfter(long steps) {
        STEPS.set(0);
        last = steps;
    }

    /** Works again; returns the number of steps that were tried since the last call of {@link #crashAfter}. */
    static long restart() {
        last = Long.MAX_VALUE;
        return STEPS.get();
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        step(file);
        return super.create(file, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public FSDataOutputStream create(
            Path file,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        step(file);
        return super.create(file, permission, overwrite, bufferSize, replication, blockSize, progress);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        step(from);
        return super.rename(from, to);
    }

    @Override
    public boolean delete(Path file, boolean recursive) throws IOException {
        step(file);
        return super.delete(file, recursive);
    }

    private static void step(Path file) throws IOException {
        if (STEPS.incrementAndGet() > last) {
            throw new IOException("Crashed before " + file.getName());
        }
    }

    /** The same for those who reach it by a context, which Hadoop makes by this constructor. */
    static final class OfContexts extends DelegateToFileSystem {
        OfContexts(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, new CrashingFileSystem(), configuration, "file", false);
        }
    }
}
