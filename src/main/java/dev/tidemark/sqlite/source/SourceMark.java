package dev.tidemark.sqlite.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tells a SQLite file that nobody wrote to from one that somebody did, by what the file system keeps of it and of its
 * write-ahead log: device, inode, size, and the time of the last change, which no program can set. Every commit writes to
 * one of the two, and a file that takes the place of another has another inode or a later time.
 */
final class SourceMark {
    // A second write within one tick of the file system's clock has the time of the first. The coarsest ticks that
    // file systems have are two seconds long.
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private SourceMark() {}

    /**
     * The mark of the file, to be taken before the file is read; empty if a write could go unnoticed: it was written to a
     * moment ago, or the file system keeps no such times.
     *
     * @param now the time of this machine's clock
     */
    static Optional<String> of(Path file, Instant now) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return Optional.empty();
        }
        // SQLite puts the log beside the file itself, not beside a link to it.
        Path real = file.toRealPath();
        Path log = real.resolveSibling(real.getFileName() + "-wal");
        Optional<String> main = part(file, now);
        try {
            // A log without content is made and removed by readers too.
            return Files.size(log) == 0 ? main : both(main, part(log, now));
        } catch (NoSuchFileException noLog) {
            return main;
        }
    }

    private static Optional<String> both(Optional<String> main, Optional<String> log) {
        return main.flatMap(first -> log.map(second -> first + " " + second));
    }

    private static Optional<String> part(Path file, Instant now) throws IOException {
        Map<String, Object> attributes = Files.readAttributes(file, "unix:dev,ino,size,ctime");
        FileTime changed = (FileTime) attributes.get("ctime");
        return changed.toInstant().isBefore(now.minus(SETTLED))
                ? Optional.of("%s/%s/%s/%s".formatted(
                        attributes.get("dev"), attributes.get("ino"), attributes.get("size"), changed))
                : Optional.empty();
    }
}
