package dev.tidemark.sqlite;

import dev.tidemark.sql.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Set;

/**
 * Lets a group that may read a file in WAL mode, but not write it, open it. SQLite needs the write-ahead log and its
 * index beside the file, and these readers cannot create them. So both stay there when nobody has the file open.
 */
final class GroupReaders {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private GroupReaders() {}

    /** Whether the group of the file may read it, and not write. */
    static boolean has(Path file) {
        try {
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
            return mode.contains(PosixFilePermission.GROUP_READ) && !mode.contains(PosixFilePermission.GROUP_WRITE);
        } catch (UnsupportedOperationException noPermissionsHere) {
            return false;
        } catch (IOException vanished) {
            throw new UncheckedIOException(vanished);
        }
    }

    /**
     * Runs {@code close}, which closes all connections of this program that can write. A connection that can only read
     * outlives them, because the last connection removes the log if it can write.
     */
    static void keepLog(Path file, Runnable close) {
        WarehouseSchema.inspect(SqliteSettings.forReading(file, PATIENCE), session -> {
            // SQLite opens the file at the first question.
            Mappers.of(session, PragmaMapper.class).applicationId();
            close.run();
            return null;
        });
    }
}
