package dev.tidemark.run;

import dev.tidemark.failure.FileProblem;
import dev.tidemark.failure.TidemarkException;
import dev.tidemark.target.BesideFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/**
 * The lock that lets one run at a time write a warehouse: a lock of the operating system on a file beside it. The lock
 * ends with the process that holds it, even after a crash. The file's text names the holder.
 *
 * @param warehouse the file of the warehouse
 * @param clock this machine's clock
 * @param patience for how long to wait for another run
 * @param progress shows the wait
 */
public record WarehouseLock(Path warehouse, Clock clock, Duration patience, Progress progress) {
    private static final int LONGEST_TEXT = 200;
    private static final long PAUSE_NANOS = 10_000_000;
    private static final long MOMENT_NANOS = 500_000_000;

    /** The file that is locked for {@code warehouse}, the same for every name of the warehouse. */
    public static Path fileOf(Path warehouse) {
        return BesideFile.of(warehouse, ".lock");
    }

    /** Whether some run holds the lock of {@code warehouse} now. */
    public static boolean isHeld(Path warehouse) {
        Path file = fileOf(warehouse);
        if (!Files.isReadable(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // A shared lock, because who may only read can have no other.
            FileLock lock = tryLock(() -> channel.tryLock(0, Long.MAX_VALUE, true));
            if (lock != null) {
                lock.release();
            }
            return lock == null;
        } catch (IOException failure) {
            throw unlockable(file, failure);
        }
    }

    /**
     * Takes the lock for a run of {@code command}; the caller closes it. Throws a busy failure that names the other run
     * if that holds it longer than {@code patience}.
     */
    public Held take(String command) {
        Path file = fileOf(warehouse);
        progress.work("waiting for a run");
        try {
            return new Held(locked(open(file), command));
        } catch (IOException failure) {
            throw unlockable(file, failure);
        } finally {
            progress.end();
        }
    }

    /** The lock while a run holds it. */
    public static final class Held implements AutoCloseable {
        private final FileChannel channel;

        private Held(FileChannel channel) {
            this.channel = channel;
        }

        /** Releases the lock. */
        @Override
        public void close() {
            // Closing the channel ends the lock in any case. Nobody reads a text that stays, because the next holder
            // overwrites it. A failure to clear it must not hide how the run ended.
            try (channel) {
                channel.truncate(0);
            } catch (IOException textStays) {
                return;
            }
        }
    }

    private FileChannel locked(FileChannel channel, String command) throws IOException {
        try {
            if (lockWithin(channel) == null) {
                throw TidemarkException.busy(
                        "Another run holds " + warehouse + ": " + read(channel),
                        "--wait SECONDS, or again later; a run that died holds nothing");
            }
            Instant since = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            write(channel, "process " + ProcessHandle.current().pid() + ", " + command + ", since " + since);
            return channel;
        } catch (IOException | RuntimeException | Error failure) {
            try (channel) {
                throw failure;
            }
        }
    }

    private static TidemarkException unlockable(Path file, IOException failure) {
        return TidemarkException.warehouse(
                "Cannot lock the warehouse by " + file + ": " + FileProblem.of(failure),
                "check the permissions of its folder and the space on its disk",
                failure);
    }

    private static FileChannel open(Path file) throws IOException {
        if (!Files.exists(file) && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } catch (FileAlreadyExistsException createdMeanwhile) {
                // Another run created the file.
            }
        }
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    private FileLock lockWithin(FileChannel channel) throws IOException {
        // A command that tests the lock, or that records a validation, holds it for a moment, without being a run.
        long deadline = System.nanoTime() + Math.max(patience.toNanos(), MOMENT_NANOS);
        FileLock lock = tryLock(channel::tryLock);
        while (lock == null && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE_NANOS);
            lock = tryLock(channel::tryLock);
        }
        return lock;
    }

    private static FileLock tryLock(Attempt attempt) throws IOException {
        try {
            return attempt.lock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void write(FileChannel channel, String holder) throws IOException {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((holder + "\n").getBytes(StandardCharsets.UTF_8)), 0);
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer text = ByteBuffer.allocate(LONGEST_TEXT);
        channel.read(text, 0);
        String holder = new String(text.array(), 0, text.position(), StandardCharsets.UTF_8).strip();
        return holder.isEmpty() ? "it has just begun" : holder;
    }

    /** Takes a lock, or returns null if another process holds one. */
    private interface Attempt {
        FileLock lock() throws IOException;
    }
}
