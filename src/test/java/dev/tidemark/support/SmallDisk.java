package dev.tidemark.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A disk of a few megabytes that can be filled and write-protected. If it cannot be mounted, tests are skipped. */
public final class SmallDisk implements AutoCloseable {
    private static final int KIBIBYTE = 1024;
    private static final String FILLING = "filling";

    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Mounts an empty disk. */
    public static SmallDisk mount() throws IOException {
        Path folder = Files.createTempDirectory("tidemark-disk-");
        boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder.toString()) == 0;
        if (!mounted) {
            Files.delete(folder);
        }
        assumeTrue(mounted, "no disk can be mounted here");
        return new SmallDisk(folder);
    }

    /** The folder that the disk is mounted on. */
    public Path folder() {
        return folder;
    }

    /** Fills the disk until only this much is free. */
    public void leaveFree(int kibibytes) throws IOException {
        free();
        long free = Files.getFileStore(folder).getUsableSpace();
        Files.write(folder.resolve(FILLING), new byte[(int) Math.max(0, free - (long) kibibytes * KIBIBYTE)]);
    }

    /** Removes the filling. */
    public void free() throws IOException {
        Files.deleteIfExists(folder.resolve(FILLING));
    }

    /** Turns the write protection of the disk on or off. */
    public void protect(boolean protection) {
        if (run("mount", "-o", "remount," + (protection ? "ro" : "rw"), folder.toString()) != 0) {
            throw new IllegalStateException(folder + " cannot be mounted anew");
        }
    }

    /** Unmounts the disk, although files on it may be open; it goes with the last of them. */
    public void abandon() throws IOException {
        if (run("umount", "--lazy", folder.toString()) != 0) {
            throw new IllegalStateException(folder + " cannot be unmounted");
        }
        Files.delete(folder);
    }

    @Override
    public void close() throws IOException {
        if (run("umount", folder.toString()) != 0) {
            throw new IllegalStateException(folder + " is still in use");
        }
        Files.delete(folder);
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
